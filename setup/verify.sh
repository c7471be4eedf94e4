#!/bin/sh
# Compares the packages that NuGet has restored with setup/packages.sha512: the same version with other content ends the build before anything in it has run.
# A package that is not listed is told and let through, since what stand-ins stand for elsewhere is not in every registry. "renew" writes the list anew, from
# all that has been restored; what is not there any more goes.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/.."
list=setup/packages.sha512

# "Name Version Hash" of every package in NuGet's record of what it has restored, which has a library's name one line or more before its hash.
restored() {
  find artifacts/obj -mindepth 2 -maxdepth 2 -name project.assets.json -exec awk '
    /^    "[^"\/]+\/[^"]+": \{/ { split($1, name, "\""); split(name[2], part, "/") }
    /^      "sha512": / { split($2, hash, "\""); print part[1], part[2], hash[2] }
  ' {} + | LC_ALL=C sort -u
}

if [ "${1-}" = renew ]; then
  restored >"$list.new"
  mv "$list.new" "$list"
  exit
fi
restored | awk -v list="$list" '
  BEGIN { while ((getline line <list) > 0) { split(line, part, " "); known[part[1] " " part[2]] = part[3] } }
  {
    package = $1 " " $2
    if (!(package in known)) { printf "setup: %s is not in %s\n", package, list }
    else if (known[package] != $3) { printf "%s : error PACKAGE: %s has other content than it is known by: got SHA-512 %s; find out who changed it\n", list, package, $3; failed = 1 }
  }
  END { exit failed }
'

require_tools() {
  sdk=$(dotnet --version 2>/dev/null) || sdk=
  problems=$(check_dotnet; need_no_node || { check_node; check_npm; })
  if [ -n "$problems" ]; then
    printf '%s\n' "$problems" >&2
    exit 1
  fi
}

# Node makes the bindings, and nothing else.
need_no_node() {
  are_packages_installed && are_bindings_generated
}

check_dotnet() {
  needed=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json)
  needs="SDK $needed or a newer ${needed%.*} is needed"
  get="get it from https://dotnet.microsoft.com/download"
  if ! command -v dotnet >/dev/null; then
    echo "error: dotnet is not installed: $needs; $get"
  elif ! is_at_least "$(printf '%s\n' "$sdk" | version_number)" 10 0; then
    # Where no SDK fits global.json, dotnet tells no version.
    found=$(dotnet --list-sdks 2>/dev/null | sed 's/ .*//' | paste -s -d , - | sed 's/,/, /g')
    echo "error: dotnet has no fitting SDK: $needs, found ${found:-none}; $get"
  fi
}

check_node() {
  needs="version 20.9 or newer is needed"
  get="get it from https://nodejs.org"
  if ! command -v node >/dev/null; then
    echo "error: node is not installed: $needs; $get"
  elif ! is_at_least "$(node --version 2>/dev/null | version_number)" 20 9; then
    found=$(node --version 2>&1 | head -n 1)
    echo "error: node is too old: $needs, found ${found:-no version}; $get"
  fi
}

check_npm() {
  command -v npm >/dev/null || echo "error: npm is not installed: the one that comes with node is needed; get it from https://nodejs.org"
}

# "v20.9.0-nightly" → "20.9"
version_number() {
  sed -n 's/^v\{0,1\}\([0-9]\{1,9\}\.[0-9]\{1,9\}\).*/\1/p' | head -n 1
}

is_at_least() {
  [ -n "$1" ] || return 1
  [ "${1%.*}" -gt "$2" ] || { [ "${1%.*}" -eq "$2" ] && [ "${1#*.}" -ge "$3" ]; }
}

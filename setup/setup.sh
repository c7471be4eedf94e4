#!/bin/sh
# Makes all that the program needs: npm packages, C# bindings, the choice of stand-ins, the build. Each step does only what is not done
# yet, and nothing counts as done before it is whole: after an interruption at any point the next run repairs.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/.."

say() {
  printf 'setup: %s\n' "$1" >&2
}

fail() {
  printf 'error: %s\n' "$1" >&2
  exit 1
}

for part in fresh tools lock packages bindings registry standins build; do
  . "./setup/$part.sh"
done

set_up() {
  # Here, since a first installation would change the time of bindings/, which is an input.
  mkdir -p bindings/node_modules
  printf '%s %s\n' "$standins" "$wants" >artifacts/setup/starting
  install_packages
  generate_bindings
  choose_standins
  build
  mv artifacts/setup/starting "$stamp"
}

standins=${STANDINS:-auto}
# Analyzers take as long as the compilation itself: only the tests wait for them.
wants=${1:-compiled}
# The messages of dotnet are read here.
export DOTNET_CLI_UI_LANGUAGE=en

require_known_mode
require_tools
mkdir -p artifacts/setup
lock
is_fresh || set_up

# Sourced by the launcher and by setup. Paths are relative to the top of the checkout.

program=artifacts/bin/Orchestrator/release/orchestrator.dll
# Holds the STANDINS that the last good setup was made with, and whether analyzers have seen what it compiled; as old as that setup's beginning, so that an
# edit made meanwhile is newer.
stamp=artifacts/setup/complete
# The same as machine code, where `setup --native` has made it of what was set up last.
native=artifacts/bin/Orchestrator/native/orchestrator

is_fresh() {
  command -v dotnet >/dev/null && [ -f "$program" ] && [ -f "$stamp" ] || return 1
  read -r made_with seen <"$stamp" && [ "$made_with" = "${STANDINS:-auto}" ] || return 1
  [ "$wants" != analyzed ] || [ "$seen" = analyzed ] || return 1
  newer=$(find_newer) && [ -z "$newer" ]
}

is_native() {
  [ -n "$(find "$native" -newer "$stamp" 2>/dev/null)" ]
}

# The folders of projects that projects refer to: what the program is built from.
project_folders() {
  sed -n 's/.*<ProjectReference Include="\(\.\.\/\)\{0,1\}\([a-z]*\)\/.*/\2/p' Orchestrator.csproj [a-z]*/*.csproj
}

# Directories count too: a removed file leaves no other trace. Fails where an input is missing.
find_newer() {
  # shellcheck disable=SC2046
  find main.cs Orchestrator.csproj Directory.* global.json cli bindings standins setup $(project_folders) -path bindings/node_modules -prune -o -newer "$stamp" -print 2>/dev/null
}

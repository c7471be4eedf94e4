build() {
  log=artifacts/setup/build.log
  say "building"
  rm -f "$stamp"
  force=
  if [ -f artifacts/setup/building ]; then
    # The build before was interrupted: an assembly may be half written and yet look newer than its sources.
    rm -rf artifacts/bin/*/release artifacts/obj/*/release artifacts/bindings/.build
    force=--force
  fi
  : >artifacts/setup/building
  status=0
  how="-p:RunAnalyzers=false --disable-build-servers"
  # Analyzers take three times as long where each project has a compiler of its own. The tests' own build, which is next, uses the same server.
  [ "$wants" != analyzed ] || how="-p:UseSharedCompilation=true -nodeReuse:false"
  # shellcheck disable=SC2086
  run dotnet build Orchestrator.csproj -c Release $how $force -nologo -v:quiet -tl:off '-clp:ErrorsOnly;NoSummary' >"$log" 2>&1 || status=$?
  # A signal ended it.
  [ "$status" -lt 128 ] || fail "the build was interrupted; the next start repeats it"
  rm artifacts/setup/building
  [ "$status" -eq 0 ] || report_errors
}

report_errors() {
  unreachable=$(grep 'error NU1301:' "$log" | error_messages | head -n 1)
  [ -z "$unreachable" ] || fail_for_registry "$unreachable"
  errors=$(without_noise <"$log")
  if [ -z "$errors" ]; then
    tail -n 20 "$log" >&2
    fail "the build failed without saying why; its last words stand above"
  fi
  printf '%s\n' "$errors" >&2
  fail "the build failed; errors: $(printf '%s\n' "$errors" | wc -l | tr -d ' ')"
}

# Each error once, with paths that begin at the top of the checkout.
without_noise() {
  top="$(pwd)/" awk '/: error / {
    while (i = index($0, ENVIRON["top"])) $0 = substr($0, 1, i - 1) substr($0, i + length(ENVIRON["top"]))
    sub(/ \[[^]]*proj\]$/, "")
    if (!seen[$0]++) print
  }'
}

bindings=artifacts/bindings

generated=$bindings/.complete

are_bindings_generated() {
  [ "$(cat "$generated" 2>/dev/null)" = "$(list_inputs), $(count_bindings) files" ]
}

list_inputs() {
  cksum bindings/submodules.txt bindings/*.mjs bindings/package-lock.json
}

generate_bindings() {
  inputs=$(list_inputs)
  ! are_bindings_generated || return 0
  say "C# bindings"
  rm -rf "$bindings".[0-9]* bindings/node_modules/.trimmed-*
  run node bindings/generate.mjs "$bindings" || fail "the C# bindings could not be generated; the reason stands above"
  printf '%s\n' "$inputs, $(count_bindings) files" >"$generated"
}

# The generator puts whole bindings in the place of the old ones, but removes those file by file. What was compiled from them is not counted.
count_bindings() {
  find "$bindings" -name .build -prune -o -type f ! -name .complete -print 2>/dev/null | wc -l | tr -d ' '
}

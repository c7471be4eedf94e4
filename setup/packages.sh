install_packages() {
  marker=bindings/node_modules/.complete
  log=artifacts/setup/npm.log
  wanted=$(cksum <bindings/package-lock.json)
  [ "$(cat "$marker" 2>/dev/null)" != "$wanted" ] || return 0
  say "npm packages"
  rm -f "$marker"
  # The generator is a development dependency, which npm leaves out where NODE_ENV is production.
  if ! run npm --prefix bindings ci --include=dev --no-audit --no-fund --loglevel=error >"$log" 2>&1; then
    grep -E '^npm (error|ERR!) [^ }]' "$log" | grep -v 'A complete log of this run' >&2 || cat "$log" >&2
    fail "npm could not install the packages in bindings/package-lock.json: check the network or npm's registry setting; the next start tries again"
  fi
  printf '%s\n' "$wanted" >"$marker"
}

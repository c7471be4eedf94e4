installed=bindings/node_modules/.complete

are_packages_installed() {
  [ "$(cat "$installed" 2>/dev/null)" = "$(cksum <bindings/package-lock.json)" ]
}

install_packages() {
  log=artifacts/setup/npm.log
  wanted=$(cksum <bindings/package-lock.json)
  ! are_packages_installed || return 0
  say "npm packages"
  rm -f "$installed"
  # The generator is a development dependency, which npm leaves out where NODE_ENV is production.
  if ! run npm --prefix bindings ci --include=dev --no-audit --no-fund --loglevel=error >"$log" 2>&1; then
    grep -E '^npm (error|ERR!) [^ }]' "$log" | grep -v 'A complete log of this run' >&2 || cat "$log" >&2
    fail "npm could not install the packages in bindings/package-lock.json: check the network or npm's registry setting; the next start tries again"
  fi
  printf '%s\n' "$wanted" >"$installed"
}

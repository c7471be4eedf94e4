# Reads what dotnet has written about the package registry. An unfit version counts as lacking too, since warnings are errors here.
lacking='error NU(1101|1102|1103|1603):'

# "…/Project.csproj : error NU1101: Unable to find package X. [project]" → "NU1101: Unable to find package X."
error_messages() {
  sed -n 's/.*: error \([A-Z]*[0-9]*: .*\)/\1/p' | sed 's/ \[[^]]*\]$//'
}

fail_for_registry() {
  fail "the package registry did not answer: ${1%.}; check the network and the sources in NuGet.config; the next start tries again"
}

# The packages in standins/ stand in for those that the package registry lacks; where it has the compiler, the program is compiled ahead of time. It is
# asked once, and not again on every edit.
choice=artifacts/setup/standins.props
probe=artifacts/setup/probe
answer=artifacts/setup/probe.log
# Its version is the SDK's.
compiler=Crossgen

require_known_mode() {
  case $standins in
    auto | all | none) ;;
    *) fail "STANDINS is \"$standins\": it must be auto (for what the package registry lacks), all or none" ;;
  esac
}

choose_standins() {
  packages=$(cd standins && ls -d -- */ | tr -d /)
  key="$standins, $(in_one_line "$packages"), $(cksum <Directory.Packages.props), SDK $sdk"
  [ "$(sed -n 's/.*<!-- \(.*\) -->.*/\1/p' "$choice" 2>/dev/null)" != "$key" ] || return 0
  chosen=$packages
  compiles_ahead=false
  if [ "$standins" != all ]; then
    say "asking the package registry"
    ask
    chosen=$(for package in $packages; do ! is_lacking "$package" || echo "$package"; done)
    is_lacking "$compiler" || compiles_ahead=true
  fi
  if [ "$standins" = none ] && [ -n "$chosen" ]; then
    fail "STANDINS=none, but the package registry lacks $(in_one_line "$(with_versions)"): add a source that has it, or use STANDINS=auto"
  fi
  rm -f "$stamp"
  write_choice >"$choice.new"
  mv "$choice.new" "$choice"
}

write_choice() {
  echo "<Project><!-- $key -->"
  echo "  <PropertyGroup><StandInsInUse>$(printf '%s' "$chosen" | tr '\n' ';')</StandInsInUse></PropertyGroup>"
  echo "  <PropertyGroup><CrossgenInUse>$compiles_ahead</CrossgenInUse></PropertyGroup>"
  echo "</Project>"
}

# Whether NuGet can restore a project that has nothing but the package, with all that the package depends on.
ask() {
  write_probe
  ! run dotnet restore "$probe/probe.slnx" -nologo -v:quiet -tl:off -clp:NoSummary --disable-build-servers >"$answer" 2>&1 || return 0
  reason=$(grep ': error ' "$answer" | grep -Ev "$lacking" | error_messages | head -n 1)
  if [ -n "$reason" ] || ! grep -Eq "$lacking" "$answer"; then
    fail_for_registry "${reason:-$(tail -n 1 "$answer")}"
  fi
}

is_lacking() {
  grep -Fq "/$1/$1.csproj : error NU" "$answer"
}

write_probe() {
  rm -rf "$probe"
  mkdir -p "$probe"
  # Nothing of the repository but the versions: neither analyzers nor stand-ins. A project must not be called like a package it uses.
  cat >"$probe/Directory.Build.props" <<'END'
<Project>
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <PackageId>Probe.$(MSBuildProjectName)</PackageId>
    <NuGetAudit>false</NuGetAudit>
    <WarningsAsErrors>NU1603</WarningsAsErrors>
  </PropertyGroup>
</Project>
END
  echo '<Project />' >"$probe/Directory.Build.targets"
  cat >"$probe/Directory.Packages.props" <<'END'
<Project>
  <Import Project="../../../Directory.Packages.props" />
  <ItemGroup>
    <GlobalPackageReference Remove="@(GlobalPackageReference)" />
  </ItemGroup>
</Project>
END
  {
    echo '<Solution>'
    for package in $packages; do
      mkdir "$probe/$package"
      echo "<Project Sdk=\"Microsoft.NET.Sdk\"><ItemGroup><PackageReference Include=\"$package\" /></ItemGroup></Project>" >"$probe/$package/$package.csproj"
      echo "  <Project Path=\"$package/$package.csproj\" />"
    done
    mkdir "$probe/$compiler"
    echo '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><PackageDownload Include="Microsoft.NETCore.App.Crossgen2.$(NETCoreSdkPortableRuntimeIdentifier)" Version="[$(BundledNETCoreAppPackageVersion)]" /></ItemGroup></Project>' >"$probe/$compiler/$compiler.csproj"
    echo "  <Project Path=\"$compiler/$compiler.csproj\" />"
    echo '</Solution>'
  } >"$probe/probe.slnx"
}

with_versions() {
  for package in $chosen; do
    echo "$package $(sed -n "s/.*Include=\"$package\" Version=\"\([^\"]*\)\".*/\1/p" Directory.Packages.props)"
  done
}

in_one_line() {
  printf '%s\n' "$1" | paste -s -d , - | sed 's/,/, /g'
}

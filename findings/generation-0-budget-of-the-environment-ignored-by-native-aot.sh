#!/usr/bin/env bash
# .NET SDK 10.0.401, ILCompiler 10.0.12: an executable of Native AOT takes the collector's budget for its youngest generation from its build, not from the environment.
#
# DOTNET_GCGen0MaxBudget and DOTNET_GCgen0size double the collections of a program that the runtime runs, as the option System.GC.Gen0MaxBudget of
# runtimeconfig.json does. Compiled natively, the same program obeys the option that it was built with, and neither variable: who tries a budget by the
# environment sees no difference, and concludes that there is none.
#
# Output seen on 2026-11-30, for an option and variables of 1 MiB (how many collections differs with the processor's cache; which are equal does not):
#   run by the runtime: more by the option, by GCGen0MaxBudget and by GCgen0size
#   Native AOT: more by the option, the same by GCGen0MaxBudget and by GCgen0size
#
# Needs clang, and a processor whose cache is larger than 1 MiB: else that is the budget anyway.
set -euo pipefail

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
cd "$directory"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

cat > Budget.csproj <<'END'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ConcurrentGarbageCollection>false</ConcurrentGarbageCollection>
  </PropertyGroup>
  <ItemGroup Condition="'$(Budget)' != ''">
    <RuntimeHostConfigurationOption Include="System.GC.Gen0MaxBudget" Value="$(Budget)" />
  </ItemGroup>
</Project>
END
cat > Program.cs <<'END'
var kept = new byte[16][];
for (var index = 0; index < 4_000_000; index++)
{
    kept[index % kept.Length] = new byte[100];
}
System.Console.WriteLine(System.GC.CollectionCount(0));
System.GC.KeepAlive(kept);
END

budget=$((1 << 20))
runtime=$(dotnet msbuild -getProperty:NETCoreSdkPortableRuntimeIdentifier)
dotnet publish -c Release -v quiet -o usual
dotnet publish -c Release -v quiet -o usual-option -p:Budget=$budget
dotnet publish -c Release -v quiet -o native -r "$runtime" -p:PublishAot=true
dotnet publish -c Release -v quiet -o native-option -r "$runtime" -p:PublishAot=true -p:Budget=$budget

# Whether a program collects more often than another count.
compare() {
  local before=$1
  shift
  [ "$(env "$@")" -gt "$before" ] && echo more || echo same
}
hexadecimal=$(printf '0x%x' $budget)
usual=$(dotnet usual/Budget.dll)
native=$(native/Budget)
seen=$(
  echo "usual $(compare "$usual" dotnet usual-option/Budget.dll) $(compare "$usual" DOTNET_GCGen0MaxBudget="$hexadecimal" dotnet usual/Budget.dll) $(compare "$usual" DOTNET_GCgen0size="$hexadecimal" dotnet usual/Budget.dll)"
  echo "native $(compare "$native" native-option/Budget) $(compare "$native" DOTNET_GCGen0MaxBudget="$hexadecimal" native/Budget) $(compare "$native" DOTNET_GCgen0size="$hexadecimal" native/Budget)"
)
echo "$seen"
[ "$seen" = "usual more more more
native more same same" ]

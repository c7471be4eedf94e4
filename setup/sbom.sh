#!/bin/sh
# Writes what the program is made of as CycloneDX to artifacts/sbom: nuget.cdx.json by the tool that .config/dotnet-tools.json pins, npm.cdx.json by npm.
# Before it, the program must have been built.
set -eu
CDPATH='' cd -P -- "$(dirname -- "$0")/.."
out=artifacts/sbom
version=$(sed -n 's/.*<Version>\(.*\)<\/Version>.*/\1/p' Directory.Build.props)

rm -rf "$out"
mkdir -p "$out/npm"
dotnet tool restore >/dev/null
dotnet tool run dotnet-CycloneDX Orchestrator.csproj --disable-package-restore --base-intermediate-output-path artifacts/obj \
  --set-version "$version" --no-serial-number --output-format Json --output "$out" --filename nuget.cdx.json >"$out/nuget.log"
# npm wants a version of what it lists the packages of.
cp bindings/package.json bindings/package-lock.json "$out/npm"
npm --prefix "$out/npm" pkg set version="$version"
(cd "$out/npm" && npm sbom --sbom-format cyclonedx --package-lock-only) >"$out/npm.cdx.json"
rm -rf "$out/npm" "$out/nuget.log"
echo "written: $out/nuget.cdx.json, $out/npm.cdx.json"

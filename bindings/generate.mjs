// Usage: node generate.mjs OUT [--whole]
// Writes to OUT the C# projects Constructs, HashiCorp.Cdktf and HashiCorp.Cdktf.Providers.Aws, under the names and namespaces that
// the official packages have, and Native/, how their configurations become Terraform JSON. Needs node_modules as `npm ci` leaves it. OUT appears whole or not at all.
// --whole embeds the whole of @cdktf/provider-aws behind the same types, to measure what trimming gains.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { writeNativeTypes } from "./native.mjs";
import { trim } from "./trim.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");

/** The jsii runtime that the generated code is compiled against. Directory.Packages.props names the same version. */
const jsiiRuntime = "1.142.0";

const isolation = `<Project>
  <!-- Generated code: the repository's analyzers and central package versions do not apply here. -->
  <PropertyGroup>
    <UseArtifactsOutput>true</UseArtifactsOutput>
    <ArtifactsPath>$(MSBuildThisFileDirectory).build</ArtifactsPath>
    <NuGetAudit>false</NuGetAudit>
    <DebugType>none</DebugType>
    <ProduceReferenceAssembly>false</ProduceReferenceAssembly>
  </PropertyGroup>
</Project>
`;

function generate(out, isWhole) {
  const submodules = readLines(join(here, "submodules.txt"));
  // Beside the packages that it depends on, so that node's resolution finds them.
  const trimmed = join(modules, `.trimmed-${process.pid}`);
  const staging = `${out}.${process.pid}`;
  try {
    trim(join(modules, "@cdktf", "provider-aws"), join(trimmed, "@cdktf", "provider-aws"), submodules);
    pacmak(staging, [join(modules, "constructs"), join(modules, "cdktf"), join(trimmed, "@cdktf", "provider-aws")]);
    for (const project of readdirSync(join(staging, "dotnet"))) {
      const path = join(staging, "dotnet", project, `${project}.csproj`);
      writeFileSync(path, adapt(readFileSync(path, "utf8"), path));
    }
    writeNativeTypes(join(staging, "dotnet", "Native"), {
      provider: join(trimmed, "@cdktf", "provider-aws"),
      cdktf: join(modules, "cdktf"),
      lock: join(here, "package-lock.json"),
      projects: ["HashiCorp.Cdktf", "HashiCorp.Cdktf.Providers.Aws"].map((project) => join(staging, "dotnet", project)),
    });
    if (isWhole) {
      embedWholeProvider(join(staging, "dotnet", "HashiCorp.Cdktf.Providers.Aws"));
    }
    writeFileSync(join(staging, "dotnet", "Directory.Build.props"), isolation);
    for (const name of ["Directory.Build.targets", "Directory.Packages.props"]) {
      writeFileSync(join(staging, "dotnet", name), "<Project />\n");
    }
    replace(join(staging, "dotnet"), out);
  } finally {
    rmSync(trimmed, { recursive: true, force: true });
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Sorted, without duplicates and comments; refuses a list that is not sorted, since that is how two changes to it merge. */
function readLines(path) {
  const lines = readFileSync(path, "utf8").split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
  const misplaced = lines.findIndex((line, index) => index > 0 && lines[index - 1] >= line);
  if (misplaced > 0) {
    throw new Error(`submodules.txt: "${lines[misplaced]}" stands after "${lines[misplaced - 1]}"; the list is sorted and names each submodule once`);
  }
  return lines;
}

function pacmak(out, packages) {
  const options = ["--targets", "dotnet", "--code-only", "--force-target", "--fingerprint=false", "--npmignore=false", "--outdir", out];
  const major = process.versions.node.split(".")[0];
  const environment = { JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: major, JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION: major, JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: "1" };
  execFileSync(process.execPath, [join(modules, "jsii-pacmak", "bin", "jsii-pacmak"), ...options, ...packages], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

function embedWholeProvider(project) {
  const options = ["pack", join(modules, "@cdktf", "provider-aws"), "--pack-destination", project, "--silent"];
  execFileSync("npm", options, { stdio: ["ignore", "ignore", "inherit"] });
}

/** Compiles for .NET 10 against one runtime, and does not make NuGet packages of every build. */
function adapt(project, path) {
  const replacements = [
    [/<TargetFramework>[^<]*<\/TargetFramework>/, "<TargetFramework>net10.0</TargetFramework>"],
    [/(Include="Amazon\.JSII\.Runtime" Version=")[^"]*"/, `$1[${jsiiRuntime}]"`],
    // Nothing reads the documentation of generated code.
    [/<GenerateDocumentationFile>true/, "<GenerateDocumentationFile>false"],
    [/ *<GeneratePackageOnBuild>.*\n/, ""],
    [/ *<IncludeSymbols>.*\n/, ""],
    [/ *<IncludeSource>.*\n/, ""],
    [/ *<SymbolPackageFormat>.*\n/, ""],
    [/<NoWarn>/, "<NoWarn>$(NoWarn);CS0114;CS1573;CS1591;CS8602;CS8618;CS8669;"],
  ];
  return replacements.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) {
      throw new Error(`${path}: jsii-pacmak no longer writes ${pattern}; generate.mjs must follow it`);
    }
    return text.replace(pattern, replacement);
  }, project);
}

/** Puts the finished folder in the place of the one before. */
function replace(source, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  renameSync(source, target);
}

try {
  const [out, option, ...rest] = process.argv.slice(2);
  if (out === undefined || (option !== undefined && option !== "--whole") || rest.length > 0) {
    throw new Error("usage: node generate.mjs OUT [--whole]");
  }
  generate(resolve(out), option === "--whole");
} catch (error) {
  console.error(`bindings: ${error.message}`);
  process.exitCode = 1;
}

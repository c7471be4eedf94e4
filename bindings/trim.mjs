import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { nearest } from "./nearest.mjs";

/**
 * Writes to `target` the part of a jsii package that the given submodules make up: their types, their JavaScript and an index
 * that loads each on first use. The whole @cdktf/provider-aws describes 24,943 types in 131 MB, which every synthesis would load.
 *
 * Throws an Error that names every submodule that the package does not have, with the nearest ones that it has.
 */
export function trim(source, target, submodules) {
  const assembly = JSON.parse(readFileSync(join(source, ".jsii"), "utf8"));
  const fqn = (submodule) => `${assembly.name}.${submodule}`;
  refuseUnknown(assembly, submodules);

  const kept = new Set(submodules);
  assembly.types = filterEntries(assembly.types, ([, type]) => kept.has(type.namespace?.split(".")[0]));
  const folders = submodules.map((submodule) => [submodule, folderOf(assembly.submodules[fqn(submodule)])]);
  assembly.submodules = filterEntries(assembly.submodules, ([name]) => kept.has(name.slice(assembly.name.length + 1).split(".")[0]));

  for (const [, folder] of folders) {
    copyWithoutSourceMaps(join(source, "lib", folder), join(target, "lib", folder));
  }
  const manifest = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  delete manifest.devDependencies;
  delete manifest.scripts;
  write(join(target, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  write(join(target, ".jsii"), JSON.stringify(assembly));
  write(join(target, "lib", "index.js"), indexOf(folders));
  cpSync(join(source, "LICENSE"), join(target, "LICENSE"));
}

function refuseUnknown(assembly, submodules) {
  const known = Object.keys(assembly.submodules).map((name) => name.slice(assembly.name.length + 1));
  const unknown = submodules.filter((submodule) => !known.includes(submodule));
  if (unknown.length > 0) {
    const lines = unknown.map((name) => `${name}: ${assembly.name} ${assembly.version} has no such submodule; the nearest are ${nearest(name, known).join(", ")}`);
    throw new Error(lines.join("\n"));
  }
}

/** "src/lb-target-group/index:" → "lb-target-group" */
function folderOf(submodule) {
  return submodule.symbolId.split("/").slice(1, -1).join("/");
}

function copyWithoutSourceMaps(from, to) {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(".js")) {
      const path = join(entry.parentPath, entry.name);
      const text = readFileSync(path, "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");
      write(join(to, path.slice(from.length)), text);
    }
  }
}

function indexOf(folders) {
  const getters = folders.map(([name, folder]) => `  ${name}: { enumerable: true, get: () => require("./${folder}") },`);
  return ['"use strict";', "Object.defineProperties(exports, {", ...getters, "});", ""].join("\n");
}

function filterEntries(object, predicate) {
  return Object.fromEntries(Object.entries(object).filter(predicate));
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

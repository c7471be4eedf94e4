#!/usr/bin/env node
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * node bindings/provider-attributes.mjs > modules/Provider/attributes.tsv
 *
 * Writes the settable attributes of every resource in submodules.txt, with the first version of hashicorp/aws that has each. The npm packages
 * of the bindings are the evidence: each names the provider's version that it was generated from, and has its attributes. Where npm lacks a
 * version of the provider, an attribute counts from the next version that npm has, which is never too early.
 *
 * It downloads some 40 MB for each version, one at a time. DIR, if given as an argument, keeps what was read of each for another run.
 */

const here = dirname(fileURLToPath(import.meta.url));
const oldest = "20.1.0"; // hashicorp/aws 5.100.0, the lowest version that is supported
const packages = [
  ...["20.1.0", "21.0.0", "21.1.0", "21.2.0", "21.3.0", "21.4.0", "21.5.0", "21.6.0", "21.7.0", "21.8.0", "21.9.0", "21.9.1", "21.10.0", "21.10.1", "21.11.0", "21.11.1",
    "21.12.0", "21.13.0", "21.14.0", "21.15.0", "21.16.0", "21.17.0", "21.18.0", "21.19.0", "21.20.0", "21.21.0", "21.22.1"].map((version) => `@cdktf/provider-aws@${version}`),
  ...["23.7.0", "24.1.0", "25.5.0", "25.7.0"].map((version) => `@cdktn/provider-aws@${version}`),
];

const submodules = readFileSync(join(here, "submodules.txt"), "utf8").split("\n").filter((line) => line && !line.startsWith("#") && !/^(provider|providerFunctions)$/.test(line) && !line.startsWith("data"));
const cache = process.argv[2] ?? mkdtempSync(join(tmpdir(), "provider-attributes-"));
mkdirSync(cache, { recursive: true });

const first = new Map();
let before;
for (const name of packages) {
  const { version, attributes } = read(name);
  for (const [path, kind] of attributes) {
    const known = first.get(path);
    if (known) {
      known.kind = kind;
      known.last = name;
    } else {
      first.set(path, { kind, since: name.endsWith(`@${oldest}`) ? "" : version, evidence: before ? `${name}, not ${before}` : "", last: name });
    }
  }
  before = name;
}
if (!process.argv[2]) {
  rmSync(cache, { recursive: true });
}

// What CDKTF lets anyone set though the provider alone knows it.
const computed = /^aws_\w+\.(id|tags_all)$/;
const lines = [...first].filter(([path, { last }]) => last === before && !computed.test(path)).map(([path, { kind, since, evidence }]) => [path, kind, since, evidence].join("\t").trimEnd());
process.stdout.write(`${lines.sort((a, b) => (a.split("\t")[0] < b.split("\t")[0] ? -1 : 1)).join("\n")}\n`);

/** What one package says: the provider's version, and "aws_lb.name" → its kind. */
function read(name) {
  const kept = join(cache, `${name.replace(/[@/]/g, "_")}.json`);
  try {
    const { version, attributes } = JSON.parse(readFileSync(kept, "utf8"));
    return { version, attributes };
  } catch {
    const work = mkdtempSync(join(tmpdir(), "provider-package-"));
    const archive = execFileSync("npm", ["pack", "--silent", name], { cwd: work, encoding: "utf8" }).trim();
    const folders = submodules.map((submodule) => submodule.replace(/([A-Z])/g, "-$1").toLowerCase());
    execFileSync("tar", ["-xzf", archive, "--wildcards", "package/package.json", ...folders.map((folder) => `package/lib/${folder.replace(/-(\d)/g, "$1")}/*.js`)], { cwd: work, stdio: ["ignore", "ignore", "inherit"] });
    const manifest = JSON.parse(readFileSync(join(work, "package", "package.json"), "utf8"));
    const version = (manifest.cdktf ?? manifest.cdktn).provider.version;
    const attributes = readdirSync(join(work, "package", "lib")).flatMap((folder) => attributesOf(join(work, "package", "lib", folder)));
    rmSync(work, { recursive: true });
    writeFileSync(kept, JSON.stringify({ version, attributes }));
    console.error(`${name}: hashicorp/aws ${version}, ${attributes.length} attributes`);
    return { version, attributes };
  }
}

/** Reads what the bindings' code says of itself for Terraform's native syntax. */
function attributesOf(folder) {
  const code = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".js")).map((file) => readFileSync(join(folder, file), "utf8").replace(/^\/\/# .*$/gm, "")).join("\n");
  const structs = new Map([...code.matchAll(/\nfunction (\w+)ToHclTerraform\(struct\) \{(.*?)\n\}/gs)].map((match) => [match[1].toLowerCase(), match[2]]));
  const type = /tfResourceType = "(aws_\w+)"/.exec(code)[1];
  const top = /synthesizeHclAttributes\(\) \{(.*?)\n    \}/s.exec(code)[1];
  const found = [];
  visit(top, type);
  return found;

  function visit(body, path) {
    for (const [, name, , isBlock, kind, storage] of body.matchAll(/(\w+): \{\s*value: (.*?),\s*isBlock: (true|false),\s*type: "(\w+)",\s*storageClassType: "([\w-]+)",/gs)) {
      const inner = structs.get(storage.replace(/(List|Map)$/, "").toLowerCase()) ?? structs.get(storage.toLowerCase());
      found.push([`${path}.${name}`, inner ? (isBlock === "true" ? "block" : "object") : scalar(kind, storage)]);
      if (inner) {
        visit(inner, `${path}.${name}`);
      }
    }
  }
}

function scalar(kind, storage) {
  const element = storage.replace(/(List|Map)$/, "");
  return kind === "simple" ? element : `${kind}(${element})`;
}

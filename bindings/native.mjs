import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";

/**
 * Writes to `target` the C# by which a configuration of the bindings becomes what CDKTF would write of it: NativeTypes.g.cs, and the hash of the
 * lock file that the npm packages came from.
 *
 * Nothing is guessed from names. Every class is constructed here by CDKTF itself, with a configuration in which each value is a mark of its
 * own; where the marks are in what `toTerraform` gives is where the values go. What comes out otherwise than as it went in, or is there without
 * having been given, the C# refuses.
 */
export function writeNativeTypes(target, { provider, cdktf, lock, projects }) {
  const require = createRequire(join(provider, "package.json"));
  const assemblies = [readAssembly(cdktf), readAssembly(provider)];
  const types = Object.assign({}, ...assemblies.map((assembly) => assembly.types));
  const sharp = readBindings(projects);
  const modules = { [assemblies[0].name]: require(cdktf), [assemblies[1].name]: require(provider) };
  const observer = new Observer(types, modules[assemblies[0].name]);
  const elements = Object.values(types).filter((type) => isElement(type, types)).sort((a, b) => (a.fqn < b.fqn ? -1 : 1));
  const scratch = mkdtempSync(join(tmpdir(), "native-"));
  try {
    for (const type of elements) {
      observer.observe(type, classOf(type, modules), scratch);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  write(join(target, "NativeTypes.g.cs"), new Writer(observer, sharp, assemblies).text());
  write(join(target, "package-lock.sha256"), createHash("sha256").update(readFileSync(lock)).digest("hex").toUpperCase());
}

/** What a kind of element gives Terraform, and where its attributes are in it. */
const kinds = {
  "cdktf.TerraformResource": { section: "resource", attributes: (json) => oneOf(oneOf(json.resource)) },
  "cdktf.TerraformDataSource": { section: "data", attributes: (json) => oneOf(oneOf(json.data)) },
  "cdktf.TerraformProvider": { section: "provider", attributes: (json) => oneOf(json.provider)[0] },
  "cdktf.S3Backend": { section: "backend", attributes: (json) => oneOf(json.terraform.backend) },
  "cdktf.HttpBackend": { section: "backend", attributes: (json) => oneOf(json.terraform.backend) },
  "cdktf.LocalBackend": { section: "backend", attributes: (json) => oneOf(json.terraform.backend) },
  "cdktf.CloudBackend": { section: "cloud", attributes: (json) => json.terraform.cloud },
  "cdktf.TerraformOutput": { section: "output", attributes: (json) => oneOf(json.output) },
  "cdktf.TerraformVariable": { section: "variable", attributes: (json) => oneOf(json.variable) },
};

function kindOf(type, types) {
  for (let at = type; at !== undefined; at = types[at.base]) {
    if (at.fqn in kinds) {
      return kinds[at.fqn];
    }
  }
  return undefined;
}

/** Of CDKTF's own classes, only those that are named above; of the provider's, all. */
function isElement(type, types) {
  return type.kind === "class" && kindOf(type, types) !== undefined && (type.fqn in kinds ? configurationOf(type) !== undefined : !type.fqn.startsWith("cdktf."))
    && !["cdktf.TerraformResource", "cdktf.TerraformDataSource", "cdktf.TerraformProvider"].includes(type.fqn);
}

const configurationOf = (type) => type.initializer?.parameters?.at(-1)?.type.fqn;

function classOf(type, modules) {
  const path = type.fqn.slice(type.assembly.length + 1).split(".");
  return path.reduce((at, name) => at[name], modules[type.assembly]);
}

/** Finds out, type by type, where values go. */
class Observer {
  constructor(types, cdktf) {
    this.types = types;
    this.cdktf = cdktf;
    /** By the name of a structure: its properties, each with where it goes. */
    this.structures = new Map();
    this.elements = [];
  }

  observe(type, construct, scratch) {
    const kind = kindOf(type, this.types);
    const configuration = configurationOf(type);
    const sample = this.sample({ fqn: configuration }, configuration, []);
    const json = this.toTerraform(construct, type, sample, scratch);
    const attributes = withoutNotes(kind.attributes(json));
    this.note(configuration, sample, attributes);
    // What is there though nobody gave it depends on more than the configuration.
    const bare = withoutNotes(kind.attributes(this.toTerraform(construct, type, this.leastOf(configuration), scratch)));
    const given = Object.entries(bare).filter(([, value]) => value !== undefined).map(([name]) => name);
    const needed = this.structures.get(configuration).filter((property) => given.includes(property.attribute)).map((property) => property.name);
    const element = { fqn: type.fqn, configuration, section: kind.section, needed };
    if (kind.section === "provider") {
      element.type = Object.keys(json.provider)[0];
      element.requirement = json.terraform.required_providers[element.type];
    } else if (kind.section === "backend") {
      element.type = Object.keys(json.terraform.backend)[0];
    } else if (kind.section === "resource" || kind.section === "data") {
      element.type = Object.keys(json[kind.section])[0];
    }
    this.elements.push(element);
  }

  toTerraform(construct, type, configuration, scratch) {
    const app = new this.cdktf.App({ outdir: scratch, stackTraces: false });
    const stack = new this.cdktf.TerraformStack(app, "stack");
    const element = type.initializer.parameters.length === 2 ? new construct(stack, configuration) : new construct(stack, "element", configuration);
    return element.toTerraform();
  }

  /** A value of a type in which everything can be told from everything else; undefined where the kernel cannot have one. */
  sample(type, path, within) {
    if (type.primitive !== undefined) {
      return mark(path);
    }
    if (isWorkspace(type)) {
      return new this.cdktf.NamedCloudWorkspace(mark(`${path}.name`), mark(`${path}.project`));
    }
    if (type.union !== undefined) {
      const samples = type.union.types.filter((member) => member.fqn !== "cdktf.IResolvable").map((member) => this.sample(member, path, within));
      const structures = samples.filter((sample) => typeof sample === "object" && !Array.isArray(sample));
      // Of several structures, which one is meant would have to be guessed.
      return structures.length > 1 ? undefined : samples.find((sample) => typeof sample === "object") ?? samples.find((sample) => sample !== undefined);
    }
    if (type.collection !== undefined) {
      const element = this.sample(type.collection.elementtype, path, within);
      return element === undefined ? undefined : type.collection.kind === "array" ? [element] : { [mark("key")]: element };
    }
    const structure = this.types[type.fqn];
    if (structure?.datatype !== true || within.includes(type.fqn)) {
      return undefined;
    }
    return Object.fromEntries(this.propertiesOf(type.fqn).map((property) => [property.name, this.sample(property.type, `${path}.${property.name}`, [...within, type.fqn])]).filter(([, sample]) => sample !== undefined));
  }

  /** Only what has to be there. */
  leastOf(fqn) {
    return Object.fromEntries(this.propertiesOf(fqn).filter((property) => isWorkspace(property.type)).map((property) => [property.name, { toTerraform: () => undefined }]));
  }

  propertiesOf(fqn) {
    const structure = this.types[fqn];
    return [...(structure.interfaces ?? []).flatMap((base) => this.propertiesOf(base)), ...(structure.properties ?? [])];
  }

  /** Takes down where the properties of a structure have gone. */
  note(fqn, sample, json) {
    const found = this.propertiesOf(fqn).map(({ name, type }) => this.trace(name, type, sample[name], json));
    const before = this.structures.get(fqn);
    this.structures.set(fqn, before === undefined ? found : before.map((property, index) => agreed(property, found[index], fqn)));
  }

  trace(name, type, sample, json) {
    const marks = marksIn(sample);
    const places = Object.entries(json ?? {}).filter(([, value]) => marksIn(value).some((at) => marks.includes(at)));
    if (places.length !== 1) {
      return { name };
    }
    const [attribute, value] = places[0];
    const structure = structureIn(type, this.types);
    if (structure === undefined) {
      return JSON.stringify(value) === JSON.stringify(plain(sample)) ? { name, attribute } : { name };
    }
    if (Array.isArray(sample) !== Array.isArray(value)) {
      return { name };
    }
    this.note(structure, Array.isArray(sample) ? sample[0] : sample, Array.isArray(value) ? value[0] : value);
    return { name, attribute, structure, isList: Array.isArray(value) };
  }
}

/** One structure, reached in several ways, goes the same way. */
function agreed(a, b, fqn) {
  // Within itself a structure has no sample.
  if (a.attribute === undefined || b.attribute === undefined) {
    return a.attribute === undefined ? b : a;
  }
  if (JSON.stringify(a) !== JSON.stringify(b)) {
    throw new Error(`${fqn}.${a.name} is written in two ways: ${JSON.stringify(a)}, ${JSON.stringify(b)}`);
  }
  return a;
}

/** The one thing in a configuration that is an object with methods: a workspace of HCP Terraform. */
const isWorkspace = (type) => type.union?.types.some((member) => member.fqn === "cdktf.NamedCloudWorkspace") === true;

const beginning = "\u00a7";
const mark = (path) => `${beginning}${path}`;

function marksIn(value) {
  if (typeof value === "string") {
    return value.startsWith(beginning) && value !== mark("key") ? [value] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(marksIn) : [];
}

const plain = (sample) => (typeof sample?.toTerraform === "function" ? sample.toTerraform() : sample);

/** The structure that a type is, or is a list of. */
function structureIn(type, types) {
  const candidates = [type, ...(type.union?.types ?? [])].flatMap((one) => (one.collection?.kind === "array" ? [one.collection.elementtype, ...(one.collection.elementtype.union?.types ?? [])] : [one]));
  return candidates.map((one) => one.fqn).find((fqn) => fqn !== undefined && types[fqn]?.datatype === true);
}

function withoutNotes(attributes) {
  const { "//": _, ...rest } = attributes;
  return rest;
}

function oneOf(object) {
  const values = Object.values(object);
  if (values.length !== 1) {
    throw new Error(`one entry was expected in ${JSON.stringify(object)}`);
  }
  return values[0];
}

/** Writes what was found as C#. */
class Writer {
  constructor(observer, sharp, assemblies) {
    this.observer = observer;
    this.sharp = sharp;
    this.assemblies = assemblies;
    this.methods = new Map([...observer.structures.keys()].sort().map((fqn, index) => [fqn, `${fqn.split(".").at(-1)}${index}`]));
  }

  text() {
    return [
      "// <auto-generated/>",
      `// From ${this.assemblies.map((assembly) => `${assembly.name} ${assembly.version}`).join(" and ")}.`,
      "#nullable enable",
      "#pragma warning disable CS0612, CS0618",
      "namespace Orchestrator.Modules.Synthesis;",
      "",
      "internal static class NativeTypes",
      "{",
      `    internal const string CdktfVersion = "${this.assemblies[0].version}";`,
      "",
      "    internal static NativeType? Find(string name) => name switch",
      "    {",
      ...this.observer.elements.map((element) => this.element(element)),
      "        _ => null,",
      "    };",
      ...[...this.methods.keys()].flatMap((fqn) => this.structure(fqn)),
      "}",
      "",
    ].join("\n");
  }

  element({ fqn, configuration, section, type, requirement, needed }) {
    const conversion = `static value => value is ${this.classOf(configuration)} configuration ? ${this.methods.get(configuration)}(configuration) : null`;
    const rest = [
      ...(requirement === undefined ? [] : [`Source = ${literal(requirement.source)}`, `Version = ${literal(requirement.version)}`]),
      ...(needed.length === 0 ? [] : [`Needs = [${needed.map((name) => literal(this.attribute(configuration, name))).join(", ")}]`]),
    ];
    return `        ${literal(this.sharp.get(fqn).name)} => new(${literal(section)}, ${literal(type ?? "")}, ${conversion})${rest.length === 0 ? "" : ` { ${rest.join(", ")} }`},`;
  }

  attribute(configuration, name) {
    return this.observer.structures.get(configuration).find((property) => property.name === name).attribute;
  }

  classOf(fqn) {
    return `global::${this.sharp.get(fqn).name}`;
  }

  structure(fqn) {
    const { properties } = this.sharp.get(fqn);
    const known = this.observer.structures.get(fqn).filter((property) => property.attribute !== undefined).sort((a, b) => (a.attribute < b.attribute ? -1 : 1));
    const unknown = this.observer.structures.get(fqn).filter((property) => property.attribute === undefined);
    return [
      "",
      `    private static TerraformMap ${this.methods.get(fqn)}(${this.classOf(fqn)} from)`,
      "    {",
      ...unknown.map((property) => `        NativeValue.Refuse(from.${properties.get(property.name)}, ${literal(`${fqn}.${property.name}`)});`),
      `        var map = new TerraformMap(${known.length});`,
      ...known.map((property) => `        map.Set(${literal(property.attribute)}, ${this.value(property, `from.${properties.get(property.name)}`)});`),
      "        return map;",
      "    }",
    ];
  }

  value({ structure, isList }, expression) {
    if (structure === undefined) {
      return `NativeValue.Of(${expression})`;
    }
    const conversion = `static value => value is ${this.classOf(structure)} one ? ${this.methods.get(structure)}(one) : null`;
    return `NativeValue.${isList ? "List" : "Block"}(${expression}, ${conversion})`;
  }
}

const literal = (text) => JSON.stringify(text);

/** What jsii-pacmak has called things: by jsii's name, the class and, by jsii's names, its properties. */
function readBindings(projects) {
  const found = new Map();
  for (const project of projects) {
    for (const entry of readdirSync(project, { recursive: true, withFileTypes: true })) {
      if (entry.isFile() && entry.name.endsWith(".cs")) {
        const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
        const type = /\[JsiiByValue\(fqn: "([^"]+)"\)\]\s+public class (\w+)/.exec(text) ?? /\[JsiiClass\(nativeType: typeof\([^)]*\), fullyQualifiedName: "([^"]+)".*\]\s+public (?:abstract )?class (\w+)/.exec(text);
        if (type !== null) {
          const space = /^namespace (\S+)/m.exec(text)[1];
          const properties = [...text.matchAll(/\[JsiiProperty\(name: "([^"]+)".*\]\s+(?:\[.*\]\s+)*public .*?(\w+)\s*\n/g)].map((match) => [match[1], match[2]]);
          found.set(type[1], { name: `${space}.${type[2]}`, properties: new Map(properties) });
        }
      }
    }
  }
  return found;
}

function readAssembly(folder) {
  const assembly = JSON.parse(readFileSync(join(folder, ".jsii"), "utf8"));
  return assembly.schema === "jsii/file-redirect" ? JSON.parse(gunzipSync(readFileSync(join(folder, assembly.filename))).toString("utf8")) : assembly;
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

import { existsSync, readFileSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { type Problem } from "../../problems/problem";
import { asObject, isObject } from "../../terraform/stacks/stack";
import { type ModuleSource } from "../estate/module-files";
import { type ReadableStack } from "../estate/stack-files";
import { isOverride, override } from "./override-files";

/** Turns the text of an HCL file into Terraform JSON, as `parse` of `@cdktf/hcl2json` does. */
export type ReadHcl = (file: string, text: string) => Promise<unknown>;

type Json = Record<string, unknown>;

/**
 * Reads a folder of plain Terraform or OpenTofu (`*.tf`, `*.tofu`, both also `.json`, with `terraform.tfvars` and `*.auto.tfvars`) as one
 * stack, named like the folder.
 *
 * Modules beside it are read too, and those that `terraform init` downloaded. What a module is that nobody downloaded, the files do not tell.
 *
 * @throws ConfigError with every file that cannot be read.
 */
export async function readTerraformFolder(folder: string, readHcl: ReadHcl): Promise<ReadableStack> {
  const reader = new FolderReader(resolve(folder), readHcl);
  const source = await reader.module(resolve(folder), []);
  const variables = reader.problems.length > 0 ? {} : await reader.givenVariables();
  if (reader.problems.length > 0) {
    const inOrder = reader.problems.toSorted((a, b) => (a.where < b.where ? -1 : 1));
    throw new ConfigError("Terraform files", inOrder);
  }
  return {
    name: basename(resolve(folder)),
    environment: basename(resolve(folder)),
    folder: resolve(folder),
    dependencies: [],
    configuration: withDefaults(source.configuration, variables),
    modules: source.modules ?? {},
    ...(source.path !== undefined && { path: source.path }),
    ...(source.readFile && { readFile: source.readFile }),
  };
}

/** Bytes of a file that is read for `file()`. */
const largestFile = 1_048_576;

class FolderReader {
  readonly problems: Problem[] = [];
  /** Folders of downloaded modules by key (`vpc.subnets`), relative to the root. */
  private readonly downloaded: ReadonlyMap<string, string>;
  /** Many calls may name one folder. */
  private readonly folders = new Map<string, Promise<Json>>();

  constructor(
    private readonly root: string,
    private readonly readHcl: ReadHcl,
  ) {
    this.downloaded = this.readModuleManifest();
  }

  /** Reads a module and those that it calls. `path` are the names of the calls that lead to it, `callers` the folders that they stand in. */
  async module(
    folder: string,
    path: readonly string[],
    callers: readonly string[] = [],
  ): Promise<ModuleSource & { configuration: Json }> {
    const configuration = await this.configurationIn(folder);
    const modules: Record<string, ModuleSource> = {};
    for (const [name, body] of Object.entries(asObject(configuration["module"]))) {
      const own = [...path, name];
      const at = this.folderOf(own, asObject(body)["source"], folder);
      const above = [...callers, folder];
      if (at === undefined) continue;
      if (above.includes(at)) this.problems.push(callsItself(this.shown(folder), name));
      else modules[name] = await this.module(at, own, above);
    }
    return { configuration, modules, path: relative(this.root, folder) || ".", readFile: this.readText };
  }

  /** Nothing outside of the folders that were read: what is in it may be printed. */
  private readonly readText = (path: string): string | undefined => {
    const file = resolve(this.root, path);
    if (!existsSync(file)) return undefined;
    const real = realpathSync(file);
    const isInside = [...this.folders.keys()].some((folder) =>
      real.startsWith(`${realpathSync(folder)}${sep}`),
    );
    const found = statSync(real);
    return isInside && found.isFile() && found.size <= largestFile ? readFileSync(real, "utf8") : undefined;
  };

  private configurationIn(folder: string): Promise<Json> {
    const known = this.folders.get(folder) ?? this.readFolder(folder);
    this.folders.set(folder, known);
    return known;
  }

  private async readFolder(folder: string): Promise<Json> {
    const isFolder = existsSync(folder) && statSync(folder).isDirectory();
    const names = isFolder ? configurationFiles(readdirSync(folder)) : [];
    if (names.length === 0) this.problems.push(noFiles(this.shown(folder), isFolder ? "none" : "no folder"));
    const read = (some: readonly string[]) => Promise.all(some.map((name) => this.file(join(folder, name))));
    const own = await read(names.filter((name) => !isOverride(name)));
    return (await read(names.filter(isOverride))).reduce(override, own.reduce(merge, {}));
  }

  /** What is given for the root's variables; a later file wins. */
  async givenVariables(): Promise<Json> {
    const names = readdirSync(this.root)
      .filter((name) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name))
      .sort((a, b) => Number(a.includes(".auto.")) - Number(b.includes(".auto.")) || (a < b ? -1 : 1));
    const files = await Promise.all(names.map((name) => this.file(join(this.root, name))));
    return Object.assign({}, ...files);
  }

  private async file(path: string): Promise<Json> {
    try {
      const text = readFileSync(path, "utf8");
      const read: unknown = path.endsWith(".json")
        ? JSON.parse(text)
        : await this.readHcl(basename(path), text);
      return { ...asObject(read) };
    } catch (error) {
      this.problems.push(unreadable(this.shown(path), error));
      return {};
    }
  }

  /** `terraform init` notes there where it put each module. */
  private readModuleManifest(): ReadonlyMap<string, string> {
    const path = join(this.root, ".terraform", "modules", "modules.json");
    if (!existsSync(path)) return new Map();
    try {
      const modules = asObject(JSON.parse(readFileSync(path, "utf8")))["Modules"];
      const entries = Array.isArray(modules) ? modules.map(asObject) : [];
      return new Map(entries.map(({ Key, Dir }) => [String(Key), String(Dir)]));
    } catch (error) {
      this.problems.push(unreadable(this.shown(path), error));
      return new Map();
    }
  }

  private folderOf(path: readonly string[], source: unknown, from: string): string | undefined {
    if (typeof source === "string" && /^\.\.?(\/|$)/.test(source)) return resolve(from, source);
    const folder = this.downloaded.get(path.join("."));
    return folder === undefined ? undefined : resolve(this.root, folder);
  }

  private shown(path: string): string {
    return relative(this.root, path) || basename(this.root);
  }
}

/**
 * Files that Terraform or OpenTofu reads, in its order: `main.tofu` stands in the place of `main.tf`, hidden files and editors' copies are
 * left out.
 *
 * @see https://opentofu.org/docs/language/files/
 */
function configurationFiles(names: readonly string[]): readonly string[] {
  const all = new Set(names.filter((name) => /^[^.#].*\.(tf|tofu)(\.json)?$/.test(name)));
  const isReplaced = (name: string) =>
    /\.tf(\.json)?$/.test(name) && all.has(name.replace(/\.tf(?=$|\.json$)/, ".tofu"));
  return [...all].filter((name) => !isReplaced(name)).sort();
}

/** Blocks of the same kind stand in many files: maps are joined, lists put one after the other. */
function merge(one: Json, other: Json): Json {
  const result = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = result[key];
    if (Array.isArray(before) || Array.isArray(value)) result[key] = [...listed(before), ...listed(value)];
    else result[key] = isObject(before) && isObject(value) ? merge({ ...before }, { ...value }) : value;
  }
  return result;
}

function listed(value: unknown): readonly unknown[] {
  return value === undefined ? [] : [value].flat();
}

/** What a file of variables gives stands where the default was. */
function withDefaults(configuration: Json, given: Json): Json {
  const variables = Object.entries(asObject(configuration["variable"])).map(([name, variable]) => [
    name,
    name in given ? { ...asObject(variable), default: given[name] } : variable,
  ]);
  return { ...configuration, variable: Object.fromEntries(variables) };
}

function noFiles(where: string, got: string): Problem {
  const advice = "Name a folder with Terraform files; for one with several, name each in a call of its own.";
  return { where, must: "must hold *.tf, *.tofu or *.tf.json files", got, advice };
}

function callsItself(where: string, name: string): Problem {
  const advice = `Remove the call of module.${name}, or give it another \`source\`.`;
  return { where, must: "must not call itself, directly or through others", got: `module.${name}`, advice };
}

function unreadable(where: string, error: unknown): Problem {
  const got = error instanceof Error ? error.message : String(error);
  return {
    where,
    must: "must be Terraform",
    got,
    advice: "Run terraform validate there; it shows the line.",
  };
}

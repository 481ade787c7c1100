import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bindingSource } from "./binding-source";
import { deriveBlock } from "./derive-block";
import { cacheFolderOf, SchemaCache } from "./schema-cache";
import { scanBinding } from "./scan-binding";
import { type BlockSchema, type SchemaSource } from "./schema";
import { type ServedProvider } from "./served-provider";

export interface BindingSchemaOptions {
  /**
   * Whose schema.
   *
   * @default "aws"
   */
  readonly provider?: ServedProvider;
  /**
   * Folder for derived schemas.
   *
   * @default - `node_modules/.cache/cdktf-ecs-environments/<provider>-schema-<version of the binding>` of the project
   */
  readonly cacheFolder?: string;
  /**
   * The project that runs; its `@cdktf/provider-<provider>` is read.
   *
   * @default - the current folder
   */
  readonly projectFolder?: string;
}

/** Raise it when the derivation changes, so that nobody is answered from a cache of the derivation before. */
const derivation = 2;

/**
 * The schema of a provider, derived from the class files of its `@cdktf/provider-…` that are installed. Only what is
 * asked for is read.
 *
 * @throws Error when the package is not installed.
 */
export function bindingSchema(options: BindingSchemaOptions = {}): SchemaSource {
  const projectFolder = options.projectFolder ?? process.cwd();
  const provider = options.provider ?? "aws";
  const manifest = require.resolve(`@cdktf/provider-${provider}/package.json`, {
    paths: [projectFolder, __dirname],
  });
  return new BindingSchema(provider, manifest, options.cacheFolder, cacheFolderOf(projectFolder));
}

type Kind = "provider" | "resource" | "data-source";

class BindingSchema implements SchemaSource {
  readonly providerVersion: string;
  private readonly library: string;
  private readonly cache: SchemaCache;
  private readonly known = new Map<string, BlockSchema>();
  private types:
    { readonly resources: readonly string[]; readonly dataSources: readonly string[] } | undefined;

  constructor(
    private readonly name: ServedProvider,
    manifest: string,
    cacheFolder: string | undefined,
    projectCaches: string | undefined,
  ) {
    const versions = readVersions(manifest);
    this.providerVersion = versions.provider;
    this.library = join(dirname(manifest), "lib");
    const folder =
      cacheFolder ?? (projectCaches && join(projectCaches, `${name}-schema-${versions.binding}`));
    this.cache = new SchemaCache(folder && join(folder, `derivation-${derivation}`));
  }

  get provider(): BlockSchema {
    return this.schema("provider", this.name, "provider");
  }

  get resourceTypes(): readonly string[] {
    return this.listTypes().resources;
  }

  get dataSourceTypes(): readonly string[] {
    return this.listTypes().dataSources;
  }

  resource(type: string): BlockSchema {
    return this.schema("resource", type, type.slice(`${this.name}_`.length).replaceAll("_", "-"));
  }

  dataSource(type: string): BlockSchema {
    return this.schema("data-source", type, `data-${type.replaceAll("_", "-")}`);
  }

  private schema(kind: Kind, type: string, folder: string): BlockSchema {
    const key = `${kind}/${type}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.checkType(kind, type);
    const schema = this.cache.get(key, () =>
      deriveBlock(scanBinding(bindingSource(join(this.library, folder)))),
    );
    this.known.set(key, schema);
    return schema;
  }

  private checkType(kind: Kind, type: string): void {
    if (kind === "provider") return;
    const types = kind === "resource" ? this.resourceTypes : this.dataSourceTypes;
    if (!types.includes(type)) {
      const noun = kind === "resource" ? "resource" : "data source";
      throw new Error(
        `There is no ${noun} "${type}" in version ${this.providerVersion} of the provider ${this.name}.`,
      );
    }
  }

  private listTypes(): { readonly resources: readonly string[]; readonly dataSources: readonly string[] } {
    this.types ??= typesIn(this.library, this.name);
    return this.types;
  }
}

/** Each type has a folder: `lb-listener` for `aws_lb_listener`, `data-aws-lb` for the data source `aws_lb`. */
function typesIn(library: string, provider: ServedProvider): { resources: string[]; dataSources: string[] } {
  const resources: string[] = [];
  const dataSources: string[] = [];
  for (const entry of readdirSync(library, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === "provider") continue;
    const name = entry.name.replaceAll("-", "_");
    if (name.startsWith(`data_${provider}_`)) dataSources.push(name.slice("data_".length));
    else resources.push(`${provider}_${name}`);
  }
  return { resources: resources.sort(), dataSources: dataSources.sort() };
}

function readVersions(manifest: string): { binding: string; provider: string } {
  const content: unknown = JSON.parse(readFileSync(manifest, "utf8"));
  const binding = stringAt(content, ["version"]);
  const provider = stringAt(content, ["cdktf", "provider", "version"]);
  if (binding === undefined || provider === undefined) {
    throw new Error(`${manifest} does not say which version of the provider it was generated from.`);
  }
  return { binding, provider };
}

function stringAt(value: unknown, path: readonly string[]): string | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return typeof value === "string" ? value : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  const next: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return stringAt(next, rest);
}

import { parse } from "@cdktf/hcl2json";
import { normalizeTemplate } from "./normalize-template";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type JsonMap = Record<string, Json>;

/**
 * Says where an HCL file differs from the JSON configuration that Terraform applies, or undefined.
 *
 * Independent of hcl-writer/: the HCL is read by `@cdktf/hcl2json` (HashiCorp's own parser). What that cannot tell,
 * and so is not compared: a block from a list of objects, `dynamic` and `provisioner` blocks of different labels in
 * another order, the order of attributes, comments, and integers above 2^53. What it returns differently, and so is
 * reported although it means the same: trim marks (`~}`, it carries them out), line breaks between the items of an
 * object inside `${…}`. `hcl-writer/meaning.test.ts` asks terraform about those.
 */
export async function findHclDifference(hcl: string, configuration: unknown): Promise<string | undefined> {
  return compareConfigurations(await readHcl(hcl), configuration);
}

/** The file as data: every block is a list of objects, every expression a string `${…}`. */
export async function readHcl(hcl: string): Promise<unknown> {
  return parse("review.tf", hcl);
}

/** The comparison alone, of what `readHcl` returned. */
export function compareConfigurations(hcl: unknown, configuration: unknown): string | undefined {
  const wanted = JSON.parse(JSON.stringify(configuration)) as JsonMap;
  return compareBody(withMergedLocals(hcl as JsonMap), asHclSees(wanted), []);
}

/** hcl2json returns one entry for each `locals` block. */
function withMergedLocals({ locals, ...rest }: JsonMap): JsonMap {
  return Array.isArray(locals)
    ? { ...rest, locals: Object.assign({}, ...(locals as JsonMap[])) as Json }
    : rest;
}

// Where Terraform wants a reference, a type or a keyword: JSON holds the bare text, hcl2json "${text}".
const references = [
  /^(resource|data)\/[^/]+\/[^/]+\/(provider|depends_on\/\d+)$/,
  /^resource\/[^/]+\/[^/]+\/lifecycle\/(ignore_changes|replace_triggered_by)(\/\d+)?$/,
  /^resource\/[^/]+\/[^/]+\/provisioner\/[^/]+\/\d+\/(when|on_failure)$/,
  /\/dynamic\/[^/]+\/iterator$/,
  /^module\/[^/]+\/(depends_on\/\d+|providers\/[^/]+)$/,
  /^output\/[^/]+\/depends_on\/\d+$/,
  /^variable\/[^/]+\/type$/,
  /^(moved|removed|import)\/\d+\/(from|to|provider)$/,
];

// Where Terraform evaluates nothing: in JSON `${` means itself, in HCL it must be escaped.
const literals =
  /^(variable\/[^/]+\/(default|description)(\/|$)|output\/[^/]+\/description$|module\/[^/]+\/(source|version)$)/;

function asHclSees(value: Json, path: readonly string[] = []): Json {
  const at = path.join("/");
  if (typeof value === "string") {
    if (literals.test(at)) return value.replace(/[$%](?=\{)/g, "$&$&");
    if (references.some((pattern) => pattern.test(at)) && !value.startsWith("${")) return `\${${value}}`;
    return value;
  }
  if (Array.isArray(value)) return value.map((item, index) => asHclSees(item, [...path, String(index)]));
  if (value === null || typeof value !== "object") return value;
  // cdktf's notes stand in bodies; a map or a local of the user may well have a key "//".
  const isBody = path.length < 4 && path[0] !== "locals";
  const entries = Object.entries(value).filter(([key]) => !(isBody && key === "//"));
  return Object.fromEntries(
    entries.map(([key, item]) => {
      const isProvisioners = path[0] === "resource" && path.length === 3 && key === "provisioner";
      const seen = isProvisioners ? groupByLabel(item) : item;
      const label = literals.test(`${at}/`) ? key.replace(/[$%](?=\{)/g, "$&$&") : key;
      return [label, asHclSees(seen, [...path, key])];
    }),
  );
}

function groupByLabel(blocks: Json): Json {
  const groups: Record<string, Json[]> = {};
  for (const block of blocks as JsonMap[]) {
    for (const [label, body] of Object.entries(block)) (groups[label] ??= []).push(body);
  }
  return groups;
}

// Only these hold blocks of their own; everywhere else an object and a list with one object differ.
const holdsBlocks = new Set([
  "resource",
  "data",
  "provider",
  "terraform",
  "moved",
  "removed",
  "import",
  "check",
]);

function compareBody(
  hcl: Json | undefined,
  json: Json | undefined,
  path: readonly string[],
): string | undefined {
  const isDeclaration = path.length <= 2 && path[0] !== "locals";
  if (
    isMap(json) &&
    Array.isArray(hcl) &&
    hcl.length === 1 &&
    (isDeclaration || holdsBlocks.has(path[0] ?? ""))
  ) {
    return compareBody(hcl[0], json, path);
  }
  if (Array.isArray(json) && Array.isArray(hcl)) {
    if (json.length !== hcl.length) return difference(path, `${hcl.length} items`, `${json.length} items`);
    return firstDifference(
      json.map((item, index) => [String(index), hcl[index], item]),
      path,
    );
  }
  if (isMap(json) && isMap(hcl)) {
    const [left, right] = [normalizeKeys(hcl), normalizeKeys(json)];
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
    return firstDifference(
      names.map((name) => [name, left[name], right[name]]),
      path,
    );
  }
  const [left, right] = [normalizeScalar(hcl), normalizeScalar(json)];
  return left === right ? undefined : difference(path, left, right);
}

function firstDifference(
  pairs: readonly (readonly [string, Json | undefined, Json | undefined])[],
  path: readonly string[],
): string | undefined {
  for (const [name, hcl, json] of pairs) {
    const found = compareBody(hcl, json, [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function difference(path: readonly string[], hcl: unknown, json: unknown): string {
  return `${path.join("/")}: HCL has ${JSON.stringify(hcl) ?? "nothing"}, JSON has ${JSON.stringify(json) ?? "nothing"}`;
}

function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A key that is an expression stands in parentheses in HCL. */
function normalizeKeys(map: JsonMap): JsonMap {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [
      normalizeTemplate(key).replace(/^\$\{\((.*)\)\}$/s, "${$1}"),
      value,
    ]),
  );
}

/** hcl2json returns constants as values: `true`, not "${true}". */
function normalizeScalar(value: Json | undefined): Json | undefined {
  if (typeof value !== "string") return value;
  const template = normalizeTemplate(value);
  const constant = /^\$\{(true|false|null|-?[\d.]+)\}$/.exec(template)?.[1];
  return constant === undefined ? template : (JSON.parse(constant) as Json);
}

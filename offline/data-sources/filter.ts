import { type Refusal } from "../rules/rule";
import { asItems, asText, asTexts } from "../values/reading";
import { type Value, type Values } from "../values/value";

/**
 * Whether something passes all `filter` blocks of a data source: one of the values of each must match, `*` and `?` stand for
 * anything.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html#Filtering_Resources_CLI
 */
export function filterMatches(
  configuration: Values,
  valueOf: (name: string) => Value | undefined,
  tags: Values = {},
): boolean {
  return asItems(configuration["filter"]).every((filter) => {
    const name = asText(filter["name"]) ?? "";
    const actual =
      name === "tag-key" ? Object.keys(tags) : name.startsWith("tag:") ? tags[name.slice(4)] : valueOf(name);
    const patterns = asTexts(filter["values"]).map(pattern);
    return asComparable(actual).some((text) => patterns.some((wanted) => wanted.test(text)));
  });
}

/** The no to a filter that nothing is known of. */
export function badFilter(
  configuration: Values,
  known: Readonly<Record<string, unknown>>,
): Refusal | undefined {
  const names = asItems(configuration["filter"]).map((filter) => asText(filter["name"]) ?? "");
  const bad = names.find((name) => !(name in known) && name !== "tag-key" && !name.startsWith("tag:"));
  if (bad === undefined) return undefined;
  return {
    code: "InvalidParameterValue",
    message: `The filter '${bad}' is invalid`,
    advice: `Offline, these filters are known: ${[...Object.keys(known), "tag:<key>", "tag-key"].join(", ")}.`,
    path: ["filter"],
  };
}

/** AWS's filters compare with `*` for any characters and `?` for one; a backslash takes their meaning away. */
export function pattern(text: string): RegExp {
  const source = text.replace(/\\([*?\\])|[*?]|[\\^$.+()[\]{}|]/g, (character: string, escaped?: string) => {
    if (escaped !== undefined) return `\\${escaped}`;
    if (character === "*") return "[^]*";
    return character === "?" ? "[^]" : `\\${character}`;
  });
  return new RegExp(`^${source}$`);
}

function asComparable(value: Value | undefined): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Value) => asComparable(item));
  if (typeof value === "string") return [value];
  return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}

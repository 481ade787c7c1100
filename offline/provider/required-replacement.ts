import { type AttributePath } from "../protocol/provider-calls";
import { type ReplacementRow } from "../replacement/replacement-table";
import { equalValues } from "../values/equal-values";
import { type Value, type Values } from "../values/value";
import { isRecord, isSequence } from "../values/value-shape";

/** Nothing moves to another region. */
const everywhere = ["region"];

/** The attributes whose change AWS cannot make in place: Terraform destroys and creates the resource because of them. */
export function requiredReplacement(
  row: ReplacementRow | undefined,
  prior: Values,
  planned: Values,
): readonly AttributePath[] {
  const sometimes = Object.entries(row?.sometimes ?? {})
    .filter(([, isFixed]) => isFixed(prior, planned))
    .map(([attribute]) => attribute);
  return [...(row?.attributes ?? []), ...sometimes, ...everywhere]
    .map((attribute) => attribute.split("."))
    .filter((path) => !equalValues(meantAt(prior, path, row), meantAt(planned, path, row)))
    .map(([attribute = ""]) => [attribute]);
}

/** Left out, off and empty mean the same, or the provider's default. */
function meantAt(values: Values, path: readonly string[], row: ReplacementRow | undefined): readonly Value[] {
  const fallback = row?.defaults?.[path.join(".")] ?? null;
  const isNothing = (value: Value) =>
    value === null ||
    value === false ||
    value === "" ||
    value === 0 ||
    (isSequence(value) && value.length === 0);
  return valuesAt(values, path).map((value) => (isNothing(value) ? fallback : value));
}

/** Everything at a path, of all blocks on the way. */
function valuesAt(value: Value, [name, ...rest]: readonly string[]): readonly Value[] {
  if (name === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item: Value) => valuesAt(item, [name, ...rest]));
  return isRecord(value) ? valuesAt(value[name] ?? null, rest) : [];
}

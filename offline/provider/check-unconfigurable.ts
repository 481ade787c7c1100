import { type AttributePath, type Diagnostic } from "../protocol/provider-calls";
import { type BlockSchema } from "../schema/schema";
import { asItems } from "../values/reading";
import { type Values } from "../values/value";
import { isRecord } from "../values/value-shape";

/** Values for what only AWS decides; Terraform checks everything else of a schema itself. */
export function checkUnconfigurable(
  { attributes, blocks }: BlockSchema,
  config: Values,
  path: AttributePath = [],
): readonly Diagnostic[] {
  const own = Object.entries(attributes)
    .filter(([, { computed, optional, required }]) => computed && !optional && !required)
    .filter(([name]) => (config[name] ?? null) !== null)
    .map(([name]) => unconfigurable(name, [...path, name]));
  const inner = Object.entries(blocks).flatMap(([name, { block }]) => {
    const value = config[name];
    const items = isRecord(value) ? [value] : asItems(value);
    return items.flatMap((item) => checkUnconfigurable(block, item, [...path, name]));
  });
  return [...own, ...inner];
}

function unconfigurable(name: string, path: AttributePath): Diagnostic {
  return {
    severity: "error",
    summary: "Value for unconfigurable attribute",
    detail: `Can't configure a value for "${name}": its value will be decided automatically based on the result of applying this configuration.`,
    path: path.slice(0, 1),
  };
}

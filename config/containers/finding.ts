import type { JsonPath } from "../../json-files/json-path";
import { detectSecret } from "../../secrets/secret-detectors";

/** A problem before it has a line and a column: `read-containers.ts` turns its path into a place. */
export interface Finding {
  readonly path: JsonPath;
  /** Points at the key instead of the value. */
  readonly atKey?: boolean;
  readonly must: string;
  readonly got: string;
  readonly advice: string;
}

/** `[0, "environment", 3, "value"]` → `containers[0].environment[3].value`. */
export function formatJsonPath(path: JsonPath): string {
  return path.reduce<string>((text, part) => `${text}${formatPart(part)}`, "containers");
}

function formatPart(part: string | number): string {
  if (typeof part === "number") return `[${part}]`;
  if (detectSecret(part)) return "[…]";
  if (/^[A-Za-z_][\w-]{0,63}$/.test(part)) return `.${part}`;
  return `[${JSON.stringify(part.length > 40 ? `${part.slice(0, 39)}…` : part)}]`;
}

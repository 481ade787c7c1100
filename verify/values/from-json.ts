import { type Value } from "./value";

/** JSON that is taken as it stands: nothing in its texts is an expression. */
export function fromJson(json: unknown): Value {
  if (typeof json === "string" || typeof json === "number" || typeof json === "boolean") return json;
  if (typeof json !== "object" || json === null) return null;
  if (Array.isArray(json)) return json.map(fromJson);
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, fromJson(value)]));
}

/** The value of a JSON text; undefined when it is not JSON. */
export function readJson(text: string): Value | undefined {
  try {
    return fromJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

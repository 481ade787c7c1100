/** What `JSON.parse` can return. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object: a body, a map or an object value, depending on where it stands. */
export interface JsonObject {
  [key: string]: JsonValue;
}

/** Tells objects from lists, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

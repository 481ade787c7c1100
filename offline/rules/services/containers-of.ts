import { type Value, type Values } from "../../values/value";
import { text } from "../../values/reading";
import { isRecord } from "../../values/value-shape";

/** The containers of a task definition; undefined while the JSON is unknown, or when it is not a list of objects. */
export function containersOf(taskDefinition: Values): readonly Values[] | undefined {
  const json = text(taskDefinition, "container_definitions");
  const parsed = json === undefined ? undefined : parseJson(json);
  return Array.isArray(parsed) && parsed.every(isRecord) ? parsed.filter(isRecord) : undefined;
}

/** Undefined for text that is not JSON. */
export function parseJson(json: string): Value | undefined {
  try {
    const parsed: Value = JSON.parse(json);
    return parsed;
  } catch {
    return undefined;
  }
}

/** The name of a container; empty when it has none. */
export function nameOf(container: Values): string {
  return text(container, "name") ?? "";
}

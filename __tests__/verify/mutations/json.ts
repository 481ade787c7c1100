export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object under a key; made when there is none. */
export function inside(parent: Json, key: string): Json {
  const found = (parent[key] ??= {});
  if (!isJson(found)) throw new Error(`${key} is no object`);
  return found;
}

/** The object at a path such as `rule.apply_server_side_encryption_by_default`, the first one of lists. */
export function objectAt(body: Json, path: readonly string[]): Json {
  return path.reduce((parent, key) => {
    const given = parent[key];
    const found: unknown = Array.isArray(given) ? given[0] : given;
    if (!isJson(found)) throw new Error(`nothing to change at ${path.join(".")}`);
    return found;
  }, body);
}

/** A copy with a text replaced wherever it is written; a mutation that finds none is a mistake. */
export function changed(value: unknown, pattern: RegExp, text: string): unknown {
  const before = JSON.stringify(value);
  const after = before.replace(pattern, text);
  if (after === before) throw new Error(`nothing matches ${pattern}`);
  return JSON.parse(after);
}

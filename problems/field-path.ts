/** Joins keys to the path that problems show: `services.api.calls[0]`. */
export function fieldPath(root: string, keys: readonly PropertyKey[]): string {
  return keys.reduce<string>((path, key) => path + pathStep(key, path === ""), root);
}

function pathStep(key: PropertyKey, isFirst: boolean): string {
  if (typeof key === "number") return `[${key}]`;
  const name = String(key);
  if (!/^[A-Za-z_][\w-]{0,59}$/.test(name)) return `[${JSON.stringify(name.slice(0, 60))}]`;
  return isFirst ? name : `.${name}`;
}

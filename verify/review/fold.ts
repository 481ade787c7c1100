/** Something that is the same in some environments. */
export interface Folded<T> {
  readonly environments: readonly string[];
  readonly item: T;
}

/**
 * Says once what several environments share. Things are the same when their JSON is; the order is that of the first environment
 * that has a thing.
 */
export function fold<T>(
  byEnvironment: readonly (readonly [environment: string, items: readonly T[]])[],
): readonly Folded<T>[] {
  const found = new Map<string, { readonly environments: string[]; readonly item: T }>();
  for (const [environment, items] of byEnvironment) {
    for (const item of items) {
      const key = JSON.stringify(item);
      const known = found.get(key);
      if (known === undefined) found.set(key, { environments: [environment], item });
      else if (!known.environments.includes(environment)) known.environments.push(environment);
    }
  }
  return [...found.values()];
}

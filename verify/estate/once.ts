/** Values that are computed when first asked for; one that asks for itself meanwhile gets undefined. */
export class Once<T> {
  private readonly known = new Map<string, { readonly value: T }>();
  private readonly underway = new Set<string>();

  get(key: string, compute: () => T): T | undefined {
    const known = this.known.get(key);
    if (known) return known.value;
    if (this.underway.has(key)) return undefined;
    this.underway.add(key);
    try {
      const value = compute();
      this.known.set(key, { value });
      return value;
    } finally {
      this.underway.delete(key);
    }
  }
}

/** The same data with every text in it rewritten. */
export function mapTexts<T>(data: T, rewrite: (text: string) => string): T {
  // What JSON carries comes back with the same shape: every text is another text.
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === "string" ? rewrite(value) : value,
  );
}

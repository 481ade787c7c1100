/**
 * Query of the next page's address, from a `Link` header or a plain address.
 *
 * Only the query is taken: behind a proxy a forge names its own host there, and the token goes nowhere but to the address that was given.
 */
export function queryOfNext(address: string | null | undefined): string | undefined {
  if (!address) return undefined;
  const linked = address.split(/,\s*(?=<)/).find((link) => /;\s*rel="?next"?/.test(link));
  const found = linked === undefined ? address : linked.slice(linked.indexOf("<") + 1, linked.indexOf(">"));
  if (!URL.canParse(found)) return undefined;
  return new URL(found).search.slice(1);
}

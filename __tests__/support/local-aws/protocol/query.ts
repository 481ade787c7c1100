import { isRecord } from "../is-record";

/**
 * Reads a form of the Query protocol: `Targets.member.1.Id=…` is the first target's id.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 */
export function parseQuery(body: string): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of new URLSearchParams(body)) put(root, path.split("."), value);
  return Object.fromEntries(Object.entries(root).map(([key, value]) => [key, listsOf(value)]));
}

function put(into: Record<string, unknown>, [head = "", ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    into[head] = value;
    return;
  }
  const known = into[head];
  const child = isRecord(known) ? known : {};
  into[head] = child;
  put(child, rest, value);
}

function listsOf(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { member } = value;
  if (isRecord(member)) return Object.values(member).map(listsOf);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, listsOf(child)]));
}

/** Writes members as the Query protocol's XML. */
export function toXml(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => `<member>${toXml(item)}</member>`).join("");
  if (!isRecord(value)) return escapeXml(String(value));
  return Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .map(([name, child]) => `<${name}>${toXml(child)}</${name}>`)
    .join("");
}

function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

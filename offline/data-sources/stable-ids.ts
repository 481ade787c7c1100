import { createHash } from "node:crypto";

/** Hexadecimal digits that are always the same for the same words: names of what is assumed to exist. */
export function stableHex(length: number, ...of: readonly string[]): string {
  const digest = createHash("sha512").update(of.join("\n")).digest("hex");
  return digest.slice(0, length);
}

/** What AWS calls "unique id": letters and digits after a prefix. */
export function stableId(prefix: string, length: number, ...of: readonly string[]): string {
  return `${prefix}${stableHex(length, ...of).toUpperCase()}`;
}

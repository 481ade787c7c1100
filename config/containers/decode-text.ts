import type { Problem } from "../../problems/problem";
import { createLineTable, type TextPlace } from "../../json-files/line-table";

/** Why bytes are not the text they should be. */
export interface UnreadableText extends Omit<Problem, "where"> {
  /** Where in the file; undefined when it is the file as a whole. */
  readonly place?: TextPlace;
}

export const maximumBytes = 1024 * 1024;

/** Text of the bytes of a file, or why it is none. */
export function decodeText(
  bytes: Buffer,
): { readonly text: string } | { readonly unreadable: UnreadableText } {
  if (bytes.length > maximumBytes) return { unreadable: tooLarge(bytes.length) };
  if (bytes.subarray(0, 3).equals(byteOrderMark)) return { unreadable: startsWithMark };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.trim() === "" ? { unreadable: empty } : { text };
  } catch {
    return { unreadable: notUtf8(bytes) };
  }
}

/** Also asked with the size that the file system tells, before a file is read. */
export function tooLarge(bytes: number): UnreadableText {
  return {
    must: `must be at most 1 MiB (${maximumBytes} bytes)`,
    got: `${bytes} bytes`,
    advice: "Check that this is the right file: the containers of a task fit into 28 KiB.",
  };
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

const startsWithMark: UnreadableText = {
  place: { line: 1, column: 1 },
  must: "must start with the JSON text",
  got: "a byte-order mark",
  advice: 'Save the file as "UTF-8" without byte-order mark.',
};

const empty: UnreadableText = {
  must: "must hold an array of container definitions",
  got: "an empty file",
  advice: 'Start with [{ "name": "<service>" }].',
};

/** Decoding leniently and encoding again changes the bytes exactly from the first bad one on. */
function notUtf8(bytes: Buffer): UnreadableText {
  const again = Buffer.from(bytes.toString("utf8"));
  const bad = bytes.findIndex((byte, index) => byte !== again[index]);
  const before = bytes.subarray(0, bad).toString("utf8");
  return {
    place: createLineTable(before)(before.length),
    must: "must be UTF-8 text",
    got: "bytes that are not UTF-8",
    advice: "Save the file as UTF-8.",
  };
}

import { type ForNode, type Node } from "./node";
import { type Reader } from "./reader";

export type ReadExpression = (reader: Reader) => Node;

export type ForHead = Pick<ForNode, "keyName" | "valueName" | "collection">;

/** Reads `key, value in collection`, of a `for` and of `%{for}`. */
export function readForHead(reader: Reader, readExpression: ReadExpression): ForHead {
  const first = reader.takeName();
  const second = reader.take(",") ? reader.takeName() : undefined;
  const valueName = second ?? first;
  if (valueName === undefined || !reader.takeWord("in")) throw reader.unreadable();
  const collection = readExpression(reader);
  return { keyName: second === undefined ? undefined : first, valueName, collection };
}

import { isDeepStrictEqual } from "node:util";
import { type Change } from "../rule";

/** Whether a change sends an attribute or block to AWS: an update sends only what differs, so that AWS checks nothing else. */
export function asksFor({ action, values, existing }: Change, name: string): boolean {
  if (action === "delete") return false;
  return action === "create" || !isDeepStrictEqual(values[name] ?? null, existing?.values[name] ?? null);
}

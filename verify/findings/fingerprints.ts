import { createHash } from "node:crypto";
import { type Finding } from "./finding";

/**
 * What tells that a finding of two runs is the same one: its rule, place and attribute, never its line or value.
 *
 * A second finding of the same attribute gets another number after the colon, as GitHub numbers equal lines.
 */
export function fingerprints(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const counts = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const { rule, place, attribute = "" } = finding;
      const hash = createHash("sha256")
        .update([rule, place, attribute].join("\0"))
        .digest("hex")
        .slice(0, 16);
      const count = (counts.get(hash) ?? 0) + 1;
      counts.set(hash, count);
      return [finding, `${hash}:${count}`];
    }),
  );
}

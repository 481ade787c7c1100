import { type ReviewBlock } from "./review-block";

const before = ["variable", "provider", "remote state"];
const after = ["output", "moved", "import", "removed", "check"];
// Whatever order these are declared in: cdktf adds cross-stack values in the order in which it meets them.
const sorted = new Set(["remote state", "output"]);

/**
 * Puts blocks in the order of the file: what comes from outside, then everything in the order of the construct
 * tree (so that a local stands next to what uses it), then what goes out and what happens to the state.
 */
export function orderBlocks(blocks: readonly ReviewBlock[]): ReviewBlock[] {
  const known = new Set([...before, ...after]);
  const others = blocks.filter((block) => !known.has(kindOf(block)));
  return [...before.flatMap(ofKind), ...others, ...after.flatMap(ofKind)];

  function ofKind(kind: string): ReviewBlock[] {
    const found = blocks.filter((block) => kindOf(block) === kind);
    return sorted.has(kind) ? found.sort(byLabels) : found;
  }
}

function kindOf({ keyword, labels }: ReviewBlock): string {
  return keyword === "data" && labels[0] === "terraform_remote_state" ? "remote state" : keyword;
}

function byLabels(left: ReviewBlock, right: ReviewBlock): number {
  const [a, b] = [left.labels.join("."), right.labels.join(".")];
  return a < b ? -1 : Number(a > b);
}

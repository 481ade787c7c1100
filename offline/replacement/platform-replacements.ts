import { loadBalancingReplacements } from "./load-balancing";
import { type ReplacementRow } from "./replacement-table";
import { vpcReplacements } from "./vpc";

/** Networks, names, keys, buckets and logs. */
export const platformReplacements: readonly ReplacementRow[] = [
  ...loadBalancingReplacements,
  ...vpcReplacements,
];

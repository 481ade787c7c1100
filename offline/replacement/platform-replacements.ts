import { bucketReplacements } from "./buckets";
import { encryptionReplacements } from "./encryption";
import { loadBalancingReplacements } from "./load-balancing";
import { logsReplacements } from "./logs";
import { nameReplacements } from "./names-and-firewall";
import { type ReplacementRow } from "./replacement-table";
import { serverReplacements } from "./servers";
import { vpcReplacements } from "./vpc";

/** Networks, names, keys, buckets and logs. */
export const platformReplacements: readonly ReplacementRow[] = [
  ...bucketReplacements,
  ...encryptionReplacements,
  ...loadBalancingReplacements,
  ...logsReplacements,
  ...nameReplacements,
  ...serverReplacements,
  ...vpcReplacements,
];

import { asked } from "../values/reading";
import { type Values } from "../values/value";
import { type ResourceBehaviour } from "./behaviour";
import { ec2Kind } from "./ec2-kind";

/** @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html#flow-logs-default */
const defaultFormat = [
  "version account-id interface-id srcaddr dstaddr srcport dstport protocol",
  "packets bytes start end action log-status",
]
  .join(" ")
  .split(" ")
  .map((field) => `\${${field}}`)
  .join(" ");

const flowLog = ec2Kind("aws_flow_log", "fl vpc-flow-log", () => ({ log_format: defaultFormat }));

const prefixList = ec2Kind("aws_ec2_managed_prefix_list", "pl prefix-list", () => ({ version: 1 }), {
  changedByUpdate: ["version"],
  update: ({ version }) => ({ version: (typeof version === "number" ? version : 1) + 1 }),
});

const entryId = (values: Values) => `${asked(values, "prefix_list_id")},${asked(values, "cidr")}`;

export const flowLogBehaviours: readonly ResourceBehaviour[] = [
  flowLog,
  prefixList,
  { type: "aws_ec2_managed_prefix_list_entry", create: (given) => ({ id: entryId(given) }) },
];

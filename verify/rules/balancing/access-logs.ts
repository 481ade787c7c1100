import { attributeRule, isTrue } from "../attribute-rule";
import { balancerTypes } from "./balancers";

/** That the bucket is private and forgets old logs is checked by the rules about buckets. */
export const accessLogs = attributeRule({
  id: "balancer-access-logs",
  title: "Load balancers of production log requests",
  severity: "error",
  controls: ["ELB.5", "CKV_AWS_91"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-5",
  why: "After an incident nobody can tell who asked for what.",
  fix: "Add an `access_logs` block with `enabled = true` and a private bucket.",
  onlyProduction: true,
  types: balancerTypes,
  attribute: "access_logs.enabled",
  must: "must be true in production",
  default: false,
  holds: isTrue,
  isAbout: ({ values }) => values["load_balancer_type"] !== "gateway",
});

import { attributeRule, isTrue } from "../attribute-rule";
import { balancerTypes } from "./balancers";

export const deletionProtection = attributeRule({
  id: "balancer-deletion-protection",
  title: "Load balancers of production cannot be deleted by mistake",
  severity: "error",
  controls: ["ELB.6", "CKV_AWS_150"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-6",
  why: "A deleted balancer takes its address along: everything behind it is gone until DNS has forgotten the old one.",
  fix: "Set `enable_deletion_protection = true`.",
  onlyProduction: true,
  types: balancerTypes,
  attribute: "enable_deletion_protection",
  must: "must be true in production",
  default: false,
  holds: isTrue,
});

import { attributeRule } from "../attribute-rule";
import { balancerTypes, isApplication } from "./balancers";

export const desyncMitigation = attributeRule({
  id: "balancer-mitigates-desync",
  title: "Load balancers refuse ambiguous requests",
  severity: "error",
  controls: ["ELB.12", "CKV_AWS_328"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-12",
  why: "Requests that balancer and application cut at different places reach other users' connections.",
  fix: "Set `desync_mitigation_mode` to `defensive` or `strictest`.",
  types: balancerTypes,
  attribute: "desync_mitigation_mode",
  must: "must be defensive or strictest",
  default: "defensive",
  holds: (mode) => mode === "defensive" || mode === "strictest",
  isAbout: isApplication,
});

import { attributeRule, isTrue } from "../attribute-rule";
import { balancerTypes, isApplication } from "./balancers";

export const dropsInvalidHeaders = attributeRule({
  id: "balancer-drops-invalid-headers",
  title: "Load balancers drop invalid headers",
  severity: "error",
  controls: ["ELB.4", "CKV_AWS_131"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-4",
  why: "Headers that balancer and application read differently smuggle a second request past the first one's checks.",
  fix: "Set `drop_invalid_header_fields = true`.",
  types: balancerTypes,
  attribute: "drop_invalid_header_fields",
  must: "must be true",
  default: false,
  holds: isTrue,
  isAbout: isApplication,
});

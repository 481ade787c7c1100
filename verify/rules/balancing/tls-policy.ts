import { attributeRule } from "../attribute-rule";
import { isEncrypted, listenerTypes } from "./balancers";

/** Policies that begin so, with `Res`, `Ext`, `FIPS` and `PQ` variants, speak TLS 1.2 and 1.3 only. */
const modern = /^ELBSecurityPolicy-(TLS13-1-[23]|TLS-1-2|FS-1-2)-/;

export const tlsPolicy = attributeRule({
  id: "listener-tls-policy",
  title: "Listeners speak TLS 1.2 or newer",
  severity: "error",
  controls: ["ELB.17", "CKV_AWS_103"],
  page: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  why: "TLS 1.0 and 1.1 can be broken by whoever stands between client and balancer.",
  fix: "Set `ssl_policy` to `ELBSecurityPolicy-TLS13-1-2-2021-06` or a stricter one.",
  types: listenerTypes,
  attribute: "ssl_policy",
  must: "must be a policy for TLS 1.2 or newer",
  default: "ELBSecurityPolicy-2016-08",
  holds: (policy) => modern.test(String(policy)),
  isAbout: isEncrypted,
});

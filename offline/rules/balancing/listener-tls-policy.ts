import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** Families of the policies that ELB has; a new member of a family is not refused. */
const families = [
  /^ELBSecurityPolicy-\d{4}-\d{2}$/,
  /^ELBSecurityPolicy-TLS-1-[012](-Ext)?-\d{4}-\d{2}$/,
  /^ELBSecurityPolicy-FS(-1-[12](-Res)?)?-\d{4}-\d{2}$/,
  /^ELBSecurityPolicy-TLS13-1-[0123](-Res|-Ext[012])?(-FIPS|-PQ)*-\d{4}-\d{2}$/,
];

export const listenerTlsPolicy: Rule = {
  id: "listener-tls-policy",
  types: ["aws_lb_listener"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
  check({ values }) {
    const policy = text(values, "ssl_policy");
    if (policy === undefined || families.some((family) => family.test(policy))) return [];
    return [
      {
        code: "SSLPolicyNotFound",
        message: `SSL policy '${policy}' not found`,
        advice: "Choose one of the documented policies, such as ELBSecurityPolicy-TLS13-1-2-2021-06.",
        path: ["ssl_policy"],
      },
    ];
  },
};

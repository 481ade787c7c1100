import { pointsTo } from "../../values/points-to";
import { type Rule, type Verdict } from "../rule";
import { publicApplicationBalancers } from "./balancers";

export const publicBalancerHasWebAcl: Rule = {
  id: "public-balancer-has-web-acl",
  title: "Public load balancers of production stand behind a web ACL",
  severity: "warning",
  controls: ["ELB.16", "CKV2_AWS_28"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-16",
  why: "Known attacks and floods of requests reach the application itself.",
  fix: "Add `aws_wafv2_web_acl_association` with the balancer's ARN; it bills by the month and by request.",
  onlyProduction: true,
  check: (environment) => {
    const associations = environment.all(
      "aws_wafv2_web_acl_association",
      "aws_wafregional_web_acl_association",
    );
    return publicApplicationBalancers(environment).map((resource): Verdict => {
      if (associations.some(({ values }) => pointsTo(values["resource_arn"], resource))) return { resource };
      const got = "no aws_wafv2_web_acl_association for it";
      return { resource, problem: { must: "must have a web ACL in production", got } };
    });
  },
};

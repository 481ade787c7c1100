import { uniqueName } from "../reading/unique-name";
import { type Rule } from "../rule";

export const balancerDuplicate: Rule = uniqueName({
  id: "balancer-duplicate",
  type: "aws_lb",
  attribute: "name",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
  code: "DuplicateLoadBalancerName",
  message: (name) => `A load balancer with the same name '${name}' exists, but with different settings`,
  advice: () => "Choose another name, or import the balancer that exists.",
});

import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { synthesize } from "../../testing/synthesize";

/** What a value of a construct refers to, as Terraform reads it: `${aws_lb.balancer.arn}`. */
export function outputOf(value: (stack: Construct) => string): unknown {
  const { configuration } = synthesize(
    (stack) => new TerraformOutput(stack, "value", { value: value(stack) }),
  );
  return configuration.output?.["value"]?.["value"];
}

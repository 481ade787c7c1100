import type { BalancerPort } from "../ports/watching-ports";
import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";
import { inPortions } from "./in-portions";
import { once } from "./once";

const rulesPerCall = 20;

export function connectBalancers(connection: AwsConnection): BalancerPort {
  const open = once(async () => {
    const sdk = await import("@aws-sdk/client-elastic-load-balancing-v2");
    return { sdk, client: new sdk.ElasticLoadBalancingV2Client(clientOptions(connection)) };
  });
  return {
    async describeTargetHealth(targetGroupArn) {
      const { sdk, client } = await open();
      const command = new sdk.DescribeTargetHealthCommand({ TargetGroupArn: targetGroupArn });
      return (await client.send(command)).TargetHealthDescriptions ?? [];
    },
    describeRules: (ruleArns) =>
      inPortions(ruleArns, rulesPerCall, async (portion) => {
        const { sdk, client } = await open();
        return (await client.send(new sdk.DescribeRulesCommand({ RuleArns: portion }))).Rules ?? [];
      }),
  };
}

import {
  type DescribeAlarmsCommandInput,
  type DescribeAlarmsCommandOutput,
} from "@aws-sdk/client-cloudwatch";
import {
  type DescribeRulesCommandInput,
  type DescribeRulesCommandOutput,
  type DescribeTargetHealthCommandInput,
  type DescribeTargetHealthCommandOutput,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";

/** What deployments are watched with: target health, listener rules, alarms. */
export const watchingOperations: Operations = {
  "elasticloadbalancing:DescribeTargetHealth": operation<
    DescribeTargetHealthCommandInput,
    DescribeTargetHealthCommandOutput
  >(({ region }, { TargetGroupArn = "" }) => {
    const group = region.targetGroups.get(TargetGroupArn);
    if (!group) throw new AwsError("TargetGroupNotFound", `Target groups '${TargetGroupArn}' not found`);
    return { TargetHealthDescriptions: [...group.targets.values()] };
  }),
  "elasticloadbalancing:DescribeRules": operation<DescribeRulesCommandInput, DescribeRulesCommandOutput>(
    ({ region }, { RuleArns = [] }) => ({
      Rules: RuleArns.map((arn) => {
        const rule = region.rules.get(arn);
        if (!rule) throw new AwsError("RuleNotFound", "One or more rules not found");
        return rule;
      }),
    }),
  ),
  "cloudwatch:DescribeAlarms": operation<DescribeAlarmsCommandInput, DescribeAlarmsCommandOutput>(
    ({ region }, { AlarmNames, StateValue }) => ({
      MetricAlarms: [...region.alarms.values()]
        .filter(({ AlarmName = "" }) => AlarmNames === undefined || AlarmNames.includes(AlarmName))
        .filter((alarm) => StateValue === undefined || alarm.StateValue === StateValue),
      CompositeAlarms: [],
    }),
  ),
};

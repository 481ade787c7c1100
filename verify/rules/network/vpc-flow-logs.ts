import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { numberOf } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";

/** A log group that the files do not tell is another stack's matter; a log of single subnets does not count. */
export const vpcFlowLogs: Rule = {
  id: "vpc-flow-logs",
  title: "Each VPC logs its traffic, and keeps the log for a set time",
  severity: "error",
  controls: ["EC2.6", "CKV2_AWS_11"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6",
  why: "Without flow logs nobody can tell afterwards what was reached, or refused; without retention they cost more each month.",
  fix: "Add `aws_flow_log` with `traffic_type` REJECT or ALL for the VPC, and `retention_in_days` to its log group.",
  check: (environment) =>
    environment.all("aws_vpc").flatMap((vpc) => {
      const logs = environment.all("aws_flow_log").filter(({ values }) => pointsTo(values["vpc_id"], vpc));
      return logs.length === 0 ? [unlogged(vpc)] : [...logs.map(trafficOf), ...retentions(logs, environment)];
    }),
};

function unlogged(resource: Resource): Verdict {
  return { resource, problem: { must: "must have a flow log", got: "no aws_flow_log for it" } };
}

function trafficOf(resource: Resource): Verdict {
  const traffic = resource.values["traffic_type"];
  if (traffic === "ALL" || traffic === "REJECT") return { resource };
  return {
    resource,
    problem: { attribute: "traffic_type", must: "must be ALL or REJECT", got: showValue(traffic) },
  };
}

function retentions(logs: readonly Resource[], environment: EnvironmentFiles): readonly Verdict[] {
  const written = logs.flatMap(({ values }) => [values["log_destination"], values["log_group_name"]]);
  const groups = environment
    .all("aws_cloudwatch_log_group")
    .filter((group) => written.some((value) => pointsTo(value, group)));
  return groups.map((resource): Verdict => {
    const days = resource.values["retention_in_days"];
    if ((numberOf(days) ?? 0) > 0) return { resource };
    return {
      resource,
      problem: { attribute: "retention_in_days", must: "must be set", got: showValue(days) },
    };
  });
}

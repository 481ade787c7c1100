import { asked } from "../values/reading";
import { type ResourceBehaviour } from "./behaviour";
import { generatedName, templatedBehaviour } from "./templated-behaviour";

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_LogGroup.html */
const logGroup: ResourceBehaviour = {
  ...templatedBehaviour("aws_cloudwatch_log_group", {
    name: generatedName(),
    id: "{name}",
    name_prefix: "",
    arn: "arn:{partition}:logs:{region}:{account}:log-group:{name}",
    deletion_protection_enabled: false,
    log_group_class: "STANDARD",
  }),
  keptAfterDestroy: ({ values }) =>
    values["skip_destroy"] === true
      ? [
          {
            type: "aws_cloudwatch_log_group",
            values,
            because: "skip_destroy leaves the log group in the account",
          },
        ]
      : [],
};

/** Versions of the value count from 1. @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html */
const parameter: ResourceBehaviour = {
  ...templatedBehaviour("aws_ssm_parameter", {
    id: "{name}",
    // A name with a path begins with a slash, and the ARN has only one.
    arn: (known, { partition, region, account }) =>
      `arn:${partition}:ssm:${region}:${account}:parameter/${asked(known, "name").replace(/^\//, "")}`,
    data_type: "text",
    has_value_wo: (known) => typeof known["value_wo_version"] === "number",
    insecure_value: (known) => (known["type"] === "SecureString" ? "" : asked(known, "value")),
    key_id: (known) => (known["type"] === "SecureString" ? "alias/aws/ssm" : ""),
    tier: "Standard",
    value: (known) => asked(known, "insecure_value"),
    version: 1,
  }),
  changedByUpdate: ["version"],
  update: ({ version }) => ({ version: (typeof version === "number" ? version : 1) + 1 }),
};

export const logsBehaviours: readonly ResourceBehaviour[] = [
  logGroup,
  templatedBehaviour(
    "aws_cloudwatch_log_stream",
    {
      id: "{name}",
      arn: "arn:{partition}:logs:{region}:{account}:log-group:{log_group_name}:log-stream:{name}",
    },
    { importId: "{log_group_name}:{name}" },
  ),
  templatedBehaviour("aws_cloudwatch_log_resource_policy", { id: "{policy_name}" }),
  templatedBehaviour(
    "aws_cloudwatch_log_metric_filter",
    { id: "{name}", apply_on_transformed_logs: false },
    { importId: "{log_group_name}:{name}" },
  ),
  templatedBehaviour(
    "aws_cloudwatch_log_subscription_filter",
    { id: "cwlsf-{digits:10}", role_arn: "" },
    { importId: "{log_group_name}|{name}" },
  ),
  parameter,
];

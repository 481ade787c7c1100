import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const lambdaReplacements: readonly ReplacementRow[] = rowsOf("lambda/latest/api", {
  aws_lambda_function: ["UpdateFunctionConfiguration", "function_name", "package_type", "tenancy_config"],
  aws_lambda_permission: [
    "AddPermission",
    "action",
    "event_source_token",
    "function_name",
    "function_url_auth_type",
    "principal",
    "principal_org_id",
    "qualifier",
    "source_account",
    "source_arn",
    "statement_id",
    "statement_id_prefix",
  ],
  aws_lambda_alias: ["UpdateAlias", "function_name", "name"],
  aws_lambda_event_source_mapping: [
    "UpdateEventSourceMapping",
    "event_source_arn",
    "queues",
    "starting_position",
    "starting_position_timestamp",
    "topics",
  ],
  aws_lambda_function_url: ["UpdateFunctionUrlConfig", "function_name", "qualifier"],
});

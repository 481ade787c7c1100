import { items, text, texts } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { addedTo } from "./added-blocks";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { generatedName, madeAt, templatedBehaviour } from "./templated-behaviour";

const invoked = "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions/";

/**
 * A published version gets the next number.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-versions.html
 */
const lambdaFunction = templatedBehaviour(
  "aws_lambda_function",
  {
    arn: "arn:{partition}:lambda:{region}:{account}:function:{function_name}",
    id: "{function_name}",
    version: (known) => (known["publish"] === true ? "1" : "$LATEST"),
    qualified_arn: "{arn}:{version}",
    invoke_arn: `${invoked}{arn}/invocations`,
    qualified_invoke_arn: `${invoked}{qualified_arn}/invocations`,
    architectures: () => ["x86_64"],
    code_sha256: "{alphanumeric:43}=",
    last_modified: madeAt,
    source_code_hash: "",
    source_code_size: 1024,
    ephemeral_storage: addedTo("ephemeral_storage", { size: 512 }),
    logging_config: (known) =>
      items(known, "logging_config").map(() => ({
        log_group: `/aws/lambda/${text(known, "function_name") ?? ""}`,
      })),
    snap_start: addedTo("snap_start", { optimization_status: "Off" }),
    vpc_config: (known, aws) =>
      items(known, "vpc_config").map((block) => ({ vpc_id: vpcOf(texts(block, "subnet_ids")[0], aws) })),
  },
  {
    computedBlocks: ["ephemeral_storage", "logging_config", "tracing_config"],
    changedByUpdate: ["last_modified", "version", "qualified_arn", "qualified_invoke_arn"],
    update: (before, given) => ({ last_modified: madeAt, ...nextVersion(before, given) }),
  },
);

function nextVersion(before: Values, given: Values): Values {
  const last = Number(before["version"]);
  const isPublished = given["publish"] === true;
  const version = isPublished
    ? String((Number.isNaN(last) ? 0 : last) + 1)
    : (before["version"] ?? "$LATEST");
  const qualifiedArn = `${text(before, "arn") ?? ""}:${String(version)}`;
  const invokeArn = (text(before, "invoke_arn") ?? "").replace(text(before, "arn") ?? "", qualifiedArn);
  return { version, qualified_arn: qualifiedArn, qualified_invoke_arn: invokeArn };
}

function vpcOf(subnet: string | undefined, { cloud }: AwsContext): Value {
  return cloud.find("aws_subnet", "id", subnet ?? "")?.values["vpc_id"] ?? "";
}

const permission = templatedBehaviour(
  "aws_lambda_permission",
  { statement_id: generatedName("statement_id"), statement_id_prefix: "", id: "{statement_id}" },
  { importId: "{function_name}/{statement_id}" },
);

const alias = templatedBehaviour(
  "aws_lambda_alias",
  {
    arn: (known, { partition, region, account }) => {
      const name = (text(known, "function_name") ?? "").replace(/^arn:.*:function:/, "");
      return `arn:${partition}:lambda:${region}:${account}:function:${name}:${text(known, "name") ?? ""}`;
    },
    id: "{arn}",
    invoke_arn: `${invoked}{arn}/invocations`,
  },
  { importId: "{function_name}/{name}" },
);

const eventSourceMapping = templatedBehaviour("aws_lambda_event_source_mapping", {
  uuid: "{uuid}",
  id: "{uuid}",
  arn: "arn:{partition}:lambda:{region}:{account}:event-source-mapping:{uuid}",
  function_arn: (known, { partition, region, account }) => {
    const name = text(known, "function_name") ?? "";
    return name.startsWith("arn:") ? name : `arn:${partition}:lambda:${region}:${account}:function:${name}`;
  },
  last_modified: madeAt,
  last_processing_result: "No records processed",
  state: "Enabled",
  state_transition_reason: "USER_INITIATED",
});

const functionUrl = templatedBehaviour("aws_lambda_function_url", {
  url_id: "{hex:32}",
  function_url: "https://{url_id}.lambda-url.{region}.on.aws/",
  function_arn: "arn:{partition}:lambda:{region}:{account}:function:{function_name}",
  id: "{function_name}",
});

export const lambdaBehaviours: readonly ResourceBehaviour[] = [
  lambdaFunction,
  permission,
  alias,
  eventSourceMapping,
  functionUrl,
];

import { type AwsContext } from "../resources/behaviour";
import { asText } from "../values/reading";
import { type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { listing, lookup, same } from "./lookup";
import { assumedImageId } from "./machine-images";
import { stableHex } from "./stable-ids";

/**
 * Parameters of the account; those that AWS publishes under `/aws/service/` exist, with values of the right shape.
 *
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
 */
const parameter = lookup({
  type: "aws_ssm_parameter",
  noun: "SSM Parameter",
  by: { name: ({ name, arn }) => [name ?? null, arn ?? null] },
  none: (configuration) => ({
    code: "ParameterNotFound",
    message: `reading SSM Parameter (${asText(configuration["name"]) ?? ""}): couldn't find resource`,
  }),
  answer: {
    ...same("id=name arn name type version"),
    value: valueOf,
    insecure_value: (values) => (values["type"] === "SecureString" ? null : valueOf(values)),
  },
  assume: (configuration, aws) => {
    const name = asText(configuration["name"]) ?? "";
    if (!name.startsWith("/aws/service/")) return undefined;
    const value = publicValue(name, aws);
    return {
      assumed: `SSM parameter "${name}"`,
      values: {
        id: name,
        name,
        arn: `arn:${aws.partition}:ssm:${aws.region}::parameter${name}`,
        type: "String",
        value,
        insecure_value: value,
        version: 1,
      },
    };
  },
});

const parametersByPath = listing({
  type: "aws_ssm_parameters_by_path",
  resources: ["aws_ssm_parameter"],
  answer: (all, configuration) => {
    const path = (asText(configuration["path"]) ?? "/").replace(/\/*$/, "/");
    const found = all
      .filter(({ name }) => {
        const below = asText(name)?.startsWith(path) ? asText(name)?.slice(path.length) : undefined;
        return below !== undefined && (configuration["recursive"] === true || !below.includes("/"));
      })
      .sort((a, b) => ((asText(a["name"]) ?? "") < (asText(b["name"]) ?? "") ? -1 : 1));
    return {
      id: asText(configuration["path"]) ?? "/",
      arns: found.map(({ arn }) => arn ?? null),
      names: found.map(({ name }) => name ?? null),
      types: found.map(({ type }) => type ?? null),
      values: found.map(valueOf),
    };
  },
});

function valueOf(values: Values): string {
  return asText(values["value"]) ?? asText(values["insecure_value"]) ?? "";
}

/** ECS's recommended image is JSON, its last part names one of the fields. */
function publicValue(name: string, aws: AwsContext): string {
  const ecs = /^(\/aws\/service\/ecs\/optimized-ami\/.+\/recommended)(?:\/(\w+))?$/.exec(name);
  if (ecs) {
    const [, family = "", field] = ecs;
    const imageId = assumedImageId(aws, family);
    const recommended: Readonly<Record<string, string | number>> = {
      ecs_agent_version: "1.89.0",
      ecs_runtime_version: "Docker version 25.0.6",
      image_id: imageId,
      image_name: `amzn2-ami-ecs-hvm-2.0.20250101-${family.includes("arm64") ? "arm64" : "x86_64"}-ebs`,
      image_version: "2.0.20250101",
      os: "Amazon Linux 2",
      schema_version: 1,
      source_image_name: "amzn2-ami-minimal-hvm-2.0.20250101-x86_64-ebs",
    };
    return field === undefined ? JSON.stringify(recommended) : String(recommended[field] ?? "");
  }
  if (/\/(ami-[^/]+-latest|al20\d\d-ami[^/]*|[^/]*ami[^/]*)(\/|$)/.test(name))
    return assumedImageId(aws, name);
  const region = /^\/aws\/service\/global-infrastructure\/regions\/([a-z0-9-]+)$/.exec(name)?.[1];
  return region ?? `offline-${stableHex(8, name)}`;
}

export const parameterDataSources: readonly DataSource[] = [parameter, parametersByPath];

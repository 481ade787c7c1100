import { dnsSuffix } from "../regions/partitions";
import { type AwsContext } from "../resources/behaviour";
import { type Refusal } from "../rules/rule";
import { asItems, asText, asTexts } from "../values/reading";
import { type Value, type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { inReach, tagsOf } from "./existing";
import { lookup, notThere, same } from "./lookup";
import { goJson } from "./policy-document/go-json";
import { stableHex } from "./stable-ids";

/** Images are pushed by the pipeline, not by Terraform: moments of theirs are made up. 2025-01-01 as AWS counts, in seconds. */
const someDay = 1_735_689_600;

const repository = lookup({
  type: "aws_ecr_repository",
  noun: "ECR Repository",
  by: same("name registry_id"),
  ignoresTags: true,
  none: notThere("ECR Repository", "name", "RepositoryNotFoundException"),
  answer: {
    ...same(
      "id=name arn name registry_id repository_url encryption_configuration image_scanning_configuration",
    ),
    ...same("image_tag_mutability image_tag_mutability_exclusion_filter"),
    most_recent_image_tags: () => [],
    tags: tagsOf,
  },
});

const image: DataSource = {
  type: "aws_ecr_image",
  read(configuration, aws) {
    const name = asText(configuration["repository_name"]) ?? "";
    const found = repositoryNamed(name, aws);
    if (!found) return { refusal: noRepository(name, aws) };
    const tag = asText(configuration["image_tag"]);
    if (
      tag === undefined &&
      !asText(configuration["image_digest"]) &&
      configuration["most_recent"] !== true
    ) {
      const message = "one of image_digest, image_tag or most_recent must be specified";
      const advice = "Say which image is meant.";
      return { refusal: { code: "InvalidParameterCombination", message, advice } };
    }
    const digest =
      asText(configuration["image_digest"]) ?? `sha256:${stableHex(64, aws.account, name, tag ?? "latest")}`;
    return {
      assumed: `image "${name}:${tag ?? digest}"`,
      values: {
        id: digest,
        image_digest: digest,
        image_pushed_at: someDay,
        image_size_in_bytes: 50_000_000,
        image_tags: [tag ?? "latest"],
        image_uri: `${asText(found["repository_url"]) ?? ""}@${digest}`,
        registry_id: asText(configuration["registry_id"]) ?? aws.account,
      },
    };
  },
};

function repositoryNamed(name: string, aws: AwsContext): Values | undefined {
  return inReach(aws, ["aws_ecr_repository"], "region").find(({ values }) => values["name"] === name)?.values;
}

function noRepository(name: string, { account }: AwsContext): Refusal {
  return {
    code: "RepositoryNotFoundException",
    message: `The repository with name '${name}' does not exist in the registry with id '${account}'`,
    advice: "Apply the stack that makes the repository first, or correct repository_name.",
  };
}

/** Opens nothing, and says so to whoever decodes it. */
const password = "offline-provider-made-this-up";

const authorizationToken: DataSource = {
  type: "aws_ecr_authorization_token",
  read(configuration, aws) {
    const registry = asText(configuration["registry_id"]) ?? aws.account;
    return {
      assumed: "an ECR authorization token, which opens nothing",
      values: {
        id: aws.region,
        authorization_token: Buffer.from(`AWS:${password}`).toString("base64"),
        user_name: "AWS",
        password,
        proxy_endpoint: `https://${registry}.dkr.ecr.${aws.region}.${dnsSuffix(aws.partition)}`,
        expires_at: "2099-01-01T00:00:00Z",
      },
    };
  },
};

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html */
const lifecyclePolicyDocument: DataSource = {
  type: "aws_ecr_lifecycle_policy_document",
  read: (configuration) => ({
    values: { json: goJson({ rules: asItems(configuration["rule"]).map(lifecycleRule) }, 2) },
  }),
};

function lifecycleRule(rule: Values): object {
  const selection = asItems(rule["selection"])[0] ?? {};
  const action = asItems(rule["action"])[0];
  return given({
    rulePriority: rule["priority"],
    description: rule["description"],
    selection: given({
      tagStatus: selection["tag_status"],
      tagPatternList: ifAny(selection["tag_pattern_list"]),
      tagPrefixList: ifAny(selection["tag_prefix_list"]),
      countType: selection["count_type"],
      countUnit: selection["count_unit"],
      countNumber: selection["count_number"],
    }),
    action: { type: action?.["type"] ?? "expire" },
  });
}

/** Only what is there. */
function given(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

function ifAny(list: Value | undefined): readonly string[] | undefined {
  return asTexts(list).length > 0 ? asTexts(list) : undefined;
}

export const registryDataSources: readonly DataSource[] = [
  repository,
  image,
  authorizationToken,
  lifecyclePolicyDocument,
];

import { text } from "../values/reading";
import { type Values } from "../values/value";
import { type ResourceBehaviour } from "./behaviour";
import { generatedName, madeAt, templatedBehaviour } from "./templated-behaviour";

const rootPath = { path: "/" };

/**
 * Unique ids begin with four letters that name the kind. Policies stay as they are written: IAM orders and escapes JSON in its own way,
 * and the provider keeps quiet about the difference.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
const role = templatedBehaviour(
  "aws_iam_role",
  {
    name: generatedName(),
    name_prefix: "",
    arn: "arn:{partition}:iam::{account}:role{path}{name}",
    id: "{name}",
    unique_id: "AROA{capitals:17}",
    create_date: madeAt,
    managed_policy_arns: [],
  },
  { defaults: rootPath, computedBlocks: ["inline_policy"] },
);

const policy = templatedBehaviour(
  "aws_iam_policy",
  {
    name: generatedName(),
    name_prefix: "",
    arn: "arn:{partition}:iam::{account}:policy{path}{name}",
    id: "{arn}",
    policy_id: "ANPA{capitals:17}",
    attachment_count: 0,
  },
  { defaults: rootPath },
);

const user = templatedBehaviour(
  "aws_iam_user",
  { arn: "arn:{partition}:iam::{account}:user{path}{name}", id: "{name}", unique_id: "AIDA{capitals:17}" },
  { defaults: rootPath },
);

const group = templatedBehaviour(
  "aws_iam_group",
  { arn: "arn:{partition}:iam::{account}:group{path}{name}", id: "{name}", unique_id: "AGPA{capitals:17}" },
  { defaults: rootPath },
);

const instanceProfile = templatedBehaviour(
  "aws_iam_instance_profile",
  {
    name: generatedName(),
    name_prefix: "",
    arn: "arn:{partition}:iam::{account}:instance-profile{path}{name}",
    id: "{name}",
    unique_id: "AIPA{capitals:17}",
    create_date: madeAt,
  },
  { defaults: rootPath },
);

/** The ARN holds the address without `https://`; the thumbprint is one that AWS reads from the address. */
const openIdConnectProvider = templatedBehaviour("aws_iam_openid_connect_provider", {
  arn: (known, { partition, account }) =>
    `arn:${partition}:iam::${account}:oidc-provider/${(text(known, "url") ?? "").replace(/^https:\/\//, "")}`,
  id: "{arn}",
  thumbprint_list: (_known, aws) => [aws.hex(40, "thumbprint")],
});

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html */
const serviceLinkedRole = templatedBehaviour("aws_iam_service_linked_role", {
  name: (known) => serviceLinkedName(known),
  path: "/aws-service-role/{aws_service_name}/",
  arn: "arn:{partition}:iam::{account}:role{path}{name}",
  id: "{arn}",
  unique_id: "AROA{capitals:17}",
  create_date: madeAt,
});

/** AWS's own spelling, for the services of a container layout; others are guessed from the address. */
const linkedServices: Readonly<Record<string, string>> = {
  autoscaling: "AutoScaling",
  ecs: "ECS",
  "ecs.application-autoscaling": "ApplicationAutoScaling_ECSService",
  elasticloadbalancing: "ElasticLoadBalancing",
  rds: "RDS",
  "rds.application-autoscaling": "ApplicationAutoScaling_RDSCluster",
};

function serviceLinkedName(known: Values): string {
  const service = (text(known, "aws_service_name") ?? "").replace(/\.amazonaws\.com(\.cn)?$/, "");
  const guessed = service.replace(/(^|[.-])(\w)/g, (_whole, _separator, letter: string) =>
    letter.toUpperCase(),
  );
  const suffix = text(known, "custom_suffix");
  return `AWSServiceRoleFor${linkedServices[service] ?? guessed}${suffix === undefined ? "" : `_${suffix}`}`;
}

const accessKey = templatedBehaviour("aws_iam_access_key", {
  id: "AKIA{capitals:16}",
  secret: "{alphanumeric:40}",
  ses_smtp_password_v4: "{alphanumeric:44}",
  create_date: madeAt,
});

const inlinePolicies = (["role", "user", "group"] as const).map((holder) =>
  templatedBehaviour(`aws_iam_${holder}_policy`, {
    name: generatedName(),
    name_prefix: "",
    id: `{${holder}}:{name}`,
  }),
);

const attachments = (["role", "user", "group"] as const).map((holder) =>
  templatedBehaviour(`aws_iam_${holder}_policy_attachment`, { id: `{${holder}}/{policy_arn}` }),
);

export const iamBehaviours: readonly ResourceBehaviour[] = [
  role,
  policy,
  user,
  group,
  instanceProfile,
  openIdConnectProvider,
  serviceLinkedRole,
  accessKey,
  ...inlinePolicies,
  ...attachments,
];

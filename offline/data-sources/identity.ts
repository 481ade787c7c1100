import { type AwsContext } from "../resources/behaviour";
import { asText } from "../values/reading";
import { type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { inReach, tagsOf } from "./existing";
import { listing, lookup, notThere, same } from "./lookup";
import { stableHex, stableId } from "./stable-ids";

const role = lookup({
  type: "aws_iam_role",
  scope: "account",
  noun: "IAM Role",
  by: same("name"),
  ignoresTags: true,
  none: notThere("IAM Role", "name", "NoSuchEntity"),
  answer: {
    ...same("id=name arn name assume_role_policy create_date description max_session_duration path"),
    ...same("permissions_boundary unique_id"),
    role_last_used: () => [],
    tags: tagsOf,
  },
});

const roles = listing({
  type: "aws_iam_roles",
  resources: ["aws_iam_role"],
  scope: "account",
  answer: (found, configuration) => {
    const nameRegex = new RegExp(asText(configuration["name_regex"]) ?? "");
    const pathPrefix = asText(configuration["path_prefix"]) ?? "/";
    const matching = found.filter(
      ({ name, path }) => nameRegex.test(asText(name) ?? "") && (asText(path) ?? "/").startsWith(pathPrefix),
    );
    return {
      arns: matching.flatMap(({ arn }) => asText(arn) ?? []),
      names: matching.flatMap(({ name }) => asText(name) ?? []),
    };
  },
});

/** Policies of the account; those that AWS manages exist, whatever their name. */
const policy = lookup({
  type: "aws_iam_policy",
  scope: "account",
  noun: "IAM Policy",
  by: { ...same("arn name"), path_prefix: (values) => prefixesOf(asText(values["path"]) ?? "/") },
  answer: {
    ...same("id=arn arn name path description policy policy_id attachment_count"),
    tags: tagsOf,
  },
  none: (configuration) => ({ code: "NoSuchEntity", message: noPolicy(configuration) }),
  assume: (configuration, aws) => {
    const arn =
      asText(configuration["arn"]) ?? `arn:${aws.partition}:iam::aws:policy/${managedName(configuration)}`;
    const [, path, name] = /:iam::aws:policy(\/(?:.*\/)?)([^/]+)$/.exec(arn) ?? [];
    if (path === undefined || name === undefined) return undefined;
    return {
      assumed: `policy "${name}", managed by AWS`,
      values: {
        id: arn,
        arn,
        name,
        path,
        description: `Managed by AWS (the offline provider does not know what ${name} permits)`,
        policy: '{"Version":"2012-10-17","Statement":[]}',
        policy_id: stableId("ANPA", 17, "policy", name),
        attachment_count: 0,
        tags: {},
      },
    };
  },
});

/** Managed policies that a container layout names without their ARN. */
const managedPolicies: Readonly<Record<string, string>> = {
  AmazonECSTaskExecutionRolePolicy: "service-role/AmazonECSTaskExecutionRolePolicy",
  AmazonEC2ContainerServiceforEC2Role: "service-role/AmazonEC2ContainerServiceforEC2Role",
  AmazonEC2ContainerServiceAutoscaleRole: "service-role/AmazonEC2ContainerServiceAutoscaleRole",
  AmazonECSInfrastructureRolePolicyForVolumes: "service-role/AmazonECSInfrastructureRolePolicyForVolumes",
  AmazonECSInfrastructureRolePolicyForLoadBalancers: "AmazonECSInfrastructureRolePolicyForLoadBalancers",
  AmazonRDSEnhancedMonitoringRole: "service-role/AmazonRDSEnhancedMonitoringRole",
  AWSCodeDeployRoleForECS: "AWSCodeDeployRoleForECS",
  AmazonSSMManagedInstanceCore: "AmazonSSMManagedInstanceCore",
  CloudWatchAgentServerPolicy: "CloudWatchAgentServerPolicy",
  AdministratorAccess: "AdministratorAccess",
  ReadOnlyAccess: "ReadOnlyAccess",
  PowerUserAccess: "PowerUserAccess",
};

function managedName(configuration: Values): string {
  return managedPolicies[asText(configuration["name"]) ?? ""] ?? "";
}

function noPolicy(configuration: Values): string {
  const arn = asText(configuration["arn"]);
  if (arn !== undefined) return `reading IAM Policy (${arn}): couldn't find resource`;
  const asked = ["name", "path_prefix"].flatMap((argument) => {
    const value = asText(configuration[argument]);
    return value === undefined ? [] : [`${argument === "name" ? "Name" : "PathPrefix"}: ${value}`];
  });
  return `no IAM policy found matching criteria (${asked.join(", ")}); try different search`;
}

/** `/a/b/` lies under `/`, `/a`, `/a/` and so on. */
function prefixesOf(path: string): readonly string[] {
  return Array.from(path, (_character, index) => path.slice(0, index + 1));
}

const openIdConnectProvider = lookup({
  type: "aws_iam_openid_connect_provider",
  scope: "account",
  noun: "IAM OIDC Provider",
  by: { ...same("arn"), url: ({ url }) => withAndWithoutScheme(asText(url) ?? "") },
  ignoresTags: true,
  none: (configuration) => ({
    code: "NoSuchEntity",
    message: configuration["arn"]
      ? `reading IAM OIDC Provider (${asText(configuration["arn"]) ?? ""}): couldn't find resource`
      : `finding IAM OIDC Provider by url (${asText(configuration["url"]) ?? ""}): not found`,
  }),
  answer: {
    ...same("id=arn arn client_id_list thumbprint_list"),
    url: ({ url }) => (asText(url) ?? "").replace(/^https:\/\//, ""),
    tags: tagsOf,
  },
});

function withAndWithoutScheme(url: string): readonly string[] {
  const host = url.replace(/^https:\/\//, "");
  return [host, `https://${host}`];
}

/** The role behind the ARN of a session; other ARNs stand for themselves. */
const sessionContext: DataSource = {
  type: "aws_iam_session_context",
  read(configuration, aws) {
    const arn = asText(configuration["arn"]) ?? "";
    const [, account = "", name = "", session = ""] =
      /^arn:[^:]+:sts::(\d+):assumed-role\/([^/]+)\/(.+)$/.exec(arn) ?? [];
    if (name === "") {
      return { values: { id: arn, issuer_arn: arn, issuer_id: "", issuer_name: "", session_name: "" } };
    }
    const found = roleNamed(name, aws);
    return {
      values: {
        id: arn,
        issuer_arn: asText(found?.["arn"]) ?? `arn:${aws.partition}:iam::${account}:role/${name}`,
        issuer_id: asText(found?.["unique_id"]) ?? `AROA${stableHex(17, "role", account).toUpperCase()}`,
        issuer_name: name,
        session_name: session,
      },
      ...(!found && { assumed: `IAM role "${name}" behind the session that plans` }),
    };
  },
};

function roleNamed(name: string, aws: AwsContext): Values | undefined {
  return inReach(aws, ["aws_iam_role"], "account").find(({ values }) => values["name"] === name)?.values;
}

export const identityDataSources: readonly DataSource[] = [
  role,
  roles,
  policy,
  openIdConnectProvider,
  sessionContext,
];

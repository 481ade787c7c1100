import { text, texts } from "../values/reading";
import { type Values } from "../values/value";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { rdsClusterBehaviours } from "./rds-cluster";
import { dbInstance } from "./rds-instance";
import { generatedName, templatedBehaviour } from "./templated-behaviour";

const subnetGroup = templatedBehaviour("aws_db_subnet_group", {
  name: generatedName(),
  name_prefix: "",
  arn: "arn:{partition}:rds:{region}:{account}:subgrp:{name}",
  id: "{name}",
  vpc_id: vpcOf,
  supported_network_types: () => ["IPV4"],
});

/** The VPC of the subnets; empty when they were made elsewhere. */
function vpcOf(known: Values, { cloud }: AwsContext): string {
  const [subnet] = texts(known, "subnet_ids").flatMap((id) => cloud.find("aws_subnet", "id", id) ?? []);
  return subnet ? (text(subnet.values, "vpc_id") ?? "") : "";
}

const because = "skip_destroy keeps it";

/** Groups with `skip_destroy` stay: other databases may use them. */
const groups = [
  ["aws_db_parameter_group", "pg"],
  ["aws_db_option_group", "og"],
].map(([type = "", word = ""]) =>
  templatedBehaviour(
    type,
    {
      name: generatedName(),
      name_prefix: "",
      arn: `arn:{partition}:rds:{region}:{account}:${word}:{name}`,
      id: "{name}",
    },
    {
      keptAfterDestroy: ({ values }) => (values["skip_destroy"] === true ? [{ type, values, because }] : []),
    },
  ),
);

const snapshot = templatedBehaviour("aws_db_snapshot", {
  id: "{db_snapshot_identifier}",
  db_snapshot_arn: "arn:{partition}:rds:{region}:{account}:snapshot:{db_snapshot_identifier}",
  snapshot_type: "manual",
  status: "available",
});

/** @see https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBProxy.html */
const proxy = templatedBehaviour("aws_db_proxy", {
  arn: "arn:{partition}:rds:{region}:{account}:db-proxy:prx-{hex:17}",
  id: "{name}",
  endpoint: "{name}.proxy-{hex:12}.{region}.rds.{dnsSuffix}",
  default_auth_scheme: "NONE",
  idle_client_timeout: 1800,
});

const proxyTargetGroup = templatedBehaviour(
  "aws_db_proxy_default_target_group",
  {
    arn: "arn:{partition}:rds:{region}:{account}:target-group:prx-tg-{hex:17}",
    id: "{db_proxy_name}",
    name: "default",
  },
  { computedBlocks: ["connection_pool_config"] },
);

const proxyTarget = templatedBehaviour("aws_db_proxy_target", {
  type: (known) => (text(known, "db_cluster_identifier") === undefined ? "RDS_INSTANCE" : "TRACKED_CLUSTER"),
  rds_resource_id: (known) =>
    text(known, "db_instance_identifier") ?? text(known, "db_cluster_identifier") ?? "",
  tracked_cluster_id: (known) => text(known, "db_cluster_identifier") ?? "",
  id: "{db_proxy_name}/{target_group_name}/{type}/{rds_resource_id}",
});

const eventSubscription = templatedBehaviour("aws_db_event_subscription", {
  name: generatedName(),
  name_prefix: "",
  arn: "arn:{partition}:rds:{region}:{account}:es:{name}",
  id: "{name}",
  customer_aws_id: "{account}",
});

export const rdsBehaviours: readonly ResourceBehaviour[] = [
  dbInstance,
  subnetGroup,
  ...groups,
  snapshot,
  ...rdsClusterBehaviours,
  proxy,
  proxyTargetGroup,
  proxyTarget,
  eventSubscription,
];

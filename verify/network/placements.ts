import { type InsideKind } from "./network";

/** Where a resource type says how its interfaces stand in the network. Attributes inside blocks are written with dots. */
export interface Placement {
  readonly kind: InsideKind;
  /** First word of its name, where that is not the kind. */
  readonly prefix?: string;
  /** Attribute with the name that people gave it. */
  readonly name: string;
  readonly securityGroups: string;
  readonly subnets?: readonly string[];
  /** A resource that lists the subnets: attribute that names it, and its type. */
  readonly subnetGroup?: { readonly attribute: string; readonly type: string };
  /** Attribute that gives it a public address. */
  readonly publicAddress?: string;
  /** Whether it opens connections of its own. */
  readonly sends?: true;
}

const vpcGroups = "vpc_security_group_ids";
const groupIds = "security_group_ids";

function database(subnetGroup: string, rest: Partial<Placement> = {}): Placement {
  const attribute = `${subnetGroup.replace(/^aws_/, "")}_name`;
  return {
    kind: "database",
    name: "identifier",
    securityGroups: vpcGroups,
    subnetGroup: { attribute, type: subnetGroup },
    ...rest,
  };
}

/** Tasks that something else than a service starts. */
function task(network: string): Placement {
  return {
    kind: "service",
    prefix: "task",
    name: "",
    securityGroups: `${network}.security_groups`,
    subnets: [`${network}.subnets`],
    publicAddress: `${network}.assign_public_ip`,
    sends: true,
  };
}

function cache(name: string, subnetGroup: string): Placement {
  const attribute = "subnet_group_name";
  return { kind: "cache", name, securityGroups: groupIds, subnetGroup: { attribute, type: subnetGroup } };
}

const loadBalancer: Placement = {
  kind: "balancer",
  name: "name",
  securityGroups: "security_groups",
  subnets: ["subnets", "subnet_mapping.subnet_id"],
  sends: true,
};

const instance: Placement = {
  kind: "instance",
  name: "tags.Name",
  securityGroups: vpcGroups,
  subnets: ["subnet_id"],
  publicAddress: "associate_public_ip_address",
  sends: true,
};

const searchDomain: Placement = {
  kind: "search",
  name: "domain_name",
  securityGroups: `vpc_options.${groupIds}`,
  subnets: ["vpc_options.subnet_ids"],
};

/** Attributes as the AWS provider documents them, by resource type. */
export const placements: Readonly<Record<string, Placement>> = {
  aws_lb: loadBalancer,
  aws_alb: loadBalancer,
  aws_elb: loadBalancer,
  aws_ecs_service: {
    kind: "service",
    name: "name",
    securityGroups: "network_configuration.security_groups",
    subnets: ["network_configuration.subnets"],
    publicAddress: "network_configuration.assign_public_ip",
    sends: true,
  },
  // With a deployment controller of its own, each set of tasks has a network of its own.
  aws_ecs_task_set: { ...task("network_configuration"), prefix: "service" },
  aws_cloudwatch_event_target: task("ecs_target.network_configuration"),
  aws_scheduler_schedule: task("target.ecs_parameters.network_configuration"),
  aws_pipes_pipe: task("target_parameters.ecs_task_parameters.network_configuration.aws_vpc_configuration"),
  aws_db_instance: database("aws_db_subnet_group", { publicAddress: "publicly_accessible" }),
  aws_rds_cluster: database("aws_db_subnet_group", { name: "cluster_identifier" }),
  aws_docdb_cluster: database("aws_docdb_subnet_group", {
    name: "cluster_identifier",
    subnetGroup: { attribute: "db_subnet_group_name", type: "aws_docdb_subnet_group" },
  }),
  aws_neptune_cluster: database("aws_neptune_subnet_group", { name: "cluster_identifier" }),
  aws_redshift_cluster: database("aws_redshift_subnet_group", {
    name: "cluster_identifier",
    subnetGroup: { attribute: "cluster_subnet_group_name", type: "aws_redshift_subnet_group" },
    publicAddress: "publicly_accessible",
  }),
  aws_redshiftserverless_workgroup: {
    kind: "database",
    name: "workgroup_name",
    securityGroups: groupIds,
    subnets: ["subnet_ids"],
    publicAddress: "publicly_accessible",
  },
  aws_elasticache_cluster: cache("cluster_id", "aws_elasticache_subnet_group"),
  aws_elasticache_replication_group: cache("replication_group_id", "aws_elasticache_subnet_group"),
  aws_elasticache_serverless_cache: {
    kind: "cache",
    name: "name",
    securityGroups: groupIds,
    subnets: ["subnet_ids"],
  },
  aws_memorydb_cluster: cache("name", "aws_memorydb_subnet_group"),
  aws_dax_cluster: cache("cluster_name", "aws_dax_subnet_group"),
  aws_opensearch_domain: searchDomain,
  aws_elasticsearch_domain: searchDomain,
  aws_msk_cluster: {
    kind: "broker",
    name: "cluster_name",
    securityGroups: "broker_node_group_info.security_groups",
    subnets: ["broker_node_group_info.client_subnets"],
    publicAddress: "broker_node_group_info.connectivity_info.public_access.type",
  },
  aws_mq_broker: {
    kind: "broker",
    name: "broker_name",
    securityGroups: "security_groups",
    subnets: ["subnet_ids"],
    publicAddress: "publicly_accessible",
  },
  aws_efs_mount_target: {
    kind: "filesystem",
    name: "",
    securityGroups: "security_groups",
    subnets: ["subnet_id"],
  },
  aws_lambda_function: {
    kind: "function",
    name: "function_name",
    securityGroups: `vpc_config.${groupIds}`,
    subnets: ["vpc_config.subnet_ids"],
    sends: true,
  },
  aws_instance: instance,
  aws_spot_instance_request: instance,
  aws_autoscaling_group: { ...instance, name: "name", subnets: ["vpc_zone_identifier"] },
  // What an instance or anything else is attached to; alone, it answers nobody.
  aws_network_interface: {
    kind: "instance",
    prefix: "interface",
    name: "tags.Name",
    securityGroups: "security_groups",
    subnets: ["subnet_id"],
    sends: true,
  },
  aws_db_proxy: {
    kind: "database",
    prefix: "proxy",
    name: "name",
    securityGroups: vpcGroups,
    subnets: ["vpc_subnet_ids"],
    sends: true,
  },
  // What an API gateway sends from; who may call the API, these files do not tell.
  aws_apigatewayv2_vpc_link: {
    kind: "function",
    prefix: "link",
    name: "name",
    securityGroups: groupIds,
    subnets: ["subnet_ids"],
    sends: true,
  },
  aws_codebuild_project: {
    kind: "build",
    name: "name",
    securityGroups: `vpc_config.${groupIds}`,
    subnets: ["vpc_config.subnets"],
    sends: true,
  },
  aws_vpc_endpoint: {
    kind: "endpoint",
    name: "service_name",
    securityGroups: groupIds,
    subnets: ["subnet_ids"],
  },
};

/** Those that have interfaces in a VPC only when the attribute with their subnets is written. */
export const onlyWithSubnets = new Set([
  "aws_opensearch_domain",
  "aws_elasticsearch_domain",
  "aws_lambda_function",
  "aws_codebuild_project",
  "aws_cloudwatch_event_target",
  "aws_scheduler_schedule",
  "aws_pipes_pipe",
  "aws_ecs_task_set",
]);

import { type Config, type Resources } from "./mistake";

/** Refers to an attribute of a resource of the stack. */
export const id = (address: string) => `\${${address}.id}`;
export const arn = (address: string) => `\${${address}.arn}`;

export const mainVpc = { vpc_id: id("aws_vpc.main") };
export const otherVpc = { vpc_id: id("aws_vpc.other") };
export const mainSubnets = [id("aws_subnet.a"), id("aws_subnet.b")];
export const otherSubnets = [id("aws_subnet.other_a"), id("aws_subnet.other_b")];
export const mainGroup = id("aws_security_group.main");
export const otherGroup = id("aws_security_group.other");
export const mainGroupArn = arn("aws_lb_target_group.main");
export const everybody = { ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: "10.0.0.0/8" };

/** A policy document that lets a service assume a role. */
export function trust(service: string): string {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

export function forward(group: string): Config {
  return { type: "forward", target_group_arn: group };
}

export const task = {
  family: "main",
  requires_compatibilities: ["FARGATE"],
  network_mode: "awsvpc",
  cpu: "256",
  memory: "512",
  container_definitions: JSON.stringify([
    { name: "app", image: "app:1", portMappings: [{ containerPort: 8080 }] },
  ]),
};

export const service = {
  cluster: arn("aws_ecs_cluster.main"),
  task_definition: arn("aws_ecs_task_definition.main"),
  launch_type: "FARGATE",
  network_configuration: { subnets: mainSubnets, security_groups: [mainGroup] },
};

export const behindBalancer = {
  load_balancer: [{ container_name: "app", container_port: 8080, target_group_arn: mainGroupArn }],
  depends_on: ["aws_lb_listener.main"],
};

export const database = {
  engine: "postgres",
  engine_version: "16.4",
  instance_class: "db.t4g.micro",
  allocated_storage: 20,
  storage_type: "gp3",
  username: "app_owner",
  manage_master_user_password: true,
  skip_final_snapshot: true,
};

const subnet = (vpc: Config, cidr: string, zone: string) => ({
  ...vpc,
  cidr_block: cidr,
  availability_zone: `eu-west-1${zone}`,
});
const targetGroup = { port: 8080, protocol: "HTTP", target_type: "ip", ...mainVpc };
const balancer = { internal: true, subnets: mainSubnets };

/** A small layout that AWS takes; the mistakes stand beside it. */
export const wellFormed: Resources = {
  aws_vpc: {
    main: { cidr_block: "10.0.0.0/16", enable_dns_hostnames: true, enable_dns_support: true },
    other: { cidr_block: "10.1.0.0/16" },
  },
  aws_subnet: {
    a: subnet(mainVpc, "10.0.0.0/24", "a"),
    b: subnet(mainVpc, "10.0.1.0/24", "b"),
    a2: subnet(mainVpc, "10.0.2.0/24", "a"),
    other_a: subnet(otherVpc, "10.1.0.0/24", "a"),
    other_b: subnet(otherVpc, "10.1.1.0/24", "b"),
  },
  aws_internet_gateway: { main: mainVpc },
  aws_route_table: { main: mainVpc, other: otherVpc },
  aws_route: {
    main: {
      route_table_id: id("aws_route_table.main"),
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: id("aws_internet_gateway.main"),
    },
  },
  aws_route_table_association: {
    a: { subnet_id: id("aws_subnet.a"), route_table_id: id("aws_route_table.main") },
  },
  aws_eip: { used: { domain: "vpc" }, free: { domain: "vpc" } },
  aws_nat_gateway: {
    main: {
      subnet_id: id("aws_subnet.a"),
      allocation_id: id("aws_eip.used"),
      depends_on: ["aws_route.main"],
    },
  },
  aws_security_group: {
    main: { name: "main", ...mainVpc },
    other: { name: "other", ...otherVpc },
    full: { name: "full", ...mainVpc },
  },
  aws_vpc_security_group_ingress_rule: {
    main: { security_group_id: mainGroup, ...everybody },
    full: { security_group_id: id("aws_security_group.full"), ...everybody },
  },
  aws_vpc_endpoint: {
    main: {
      ...mainVpc,
      vpc_endpoint_type: "Interface",
      service_name: "com.amazonaws.eu-west-1.ecr.api",
      private_dns_enabled: true,
      subnet_ids: mainSubnets,
      security_group_ids: [mainGroup],
    },
  },
  aws_lb: {
    main: { name: "main", ...balancer, security_groups: [mainGroup] },
    second: { name: "second", ...balancer, security_groups: [mainGroup] },
    network: { name: "network", load_balancer_type: "network", ...balancer },
  },
  aws_lb_target_group: {
    main: { name: "main", ...targetGroup },
    main2: { name: "main2", ...targetGroup },
    other: { name: "other", ...targetGroup, ...otherVpc },
    unattached: { name: "unattached", ...targetGroup },
    instances: { name: "instances", ...targetGroup, target_type: "instance" },
  },
  aws_lb_listener: {
    main: {
      load_balancer_arn: arn("aws_lb.main"),
      port: 80,
      protocol: "HTTP",
      default_action: [forward(mainGroupArn)],
    },
    second: {
      load_balancer_arn: arn("aws_lb.second"),
      port: 80,
      protocol: "HTTP",
      default_action: [forward(arn("aws_lb_target_group.instances"))],
    },
  },
  aws_lb_listener_rule: {
    main: {
      listener_arn: arn("aws_lb_listener.main"),
      priority: 1,
      condition: [{ path_pattern: { values: ["/*"] } }],
      action: [forward(mainGroupArn)],
    },
  },
  aws_acm_certificate: { pending: { domain_name: "shop.example.org", validation_method: "DNS" } },
  aws_route53_zone: {
    main: { name: "example.org" },
    private: { name: "corp.internal", vpc: mainVpc },
  },
  aws_route53_record: {
    www: { zone_id: id("aws_route53_zone.main"), name: "www", type: "A", ttl: 60, records: ["192.0.2.1"] },
  },
  aws_kms_key: { main: { description: "Shop" } },
  aws_kms_alias: { main: { name: "alias/main", target_key_id: id("aws_kms_key.main") } },
  aws_cloudwatch_log_group: { main: { name: "/main" } },
  aws_s3_bucket: { main: { bucket: "dev-logs-111111111111" } },
  aws_flow_log: {
    main: {
      ...mainVpc,
      traffic_type: "ALL",
      log_destination_type: "s3",
      log_destination: arn("aws_s3_bucket.main"),
    },
  },
  aws_wafv2_web_acl: {
    main: {
      name: "main",
      scope: "REGIONAL",
      default_action: { allow: {} },
      visibility_config: {
        cloudwatch_metrics_enabled: true,
        metric_name: "main",
        sampled_requests_enabled: true,
      },
    },
  },
  aws_iam_role: {
    main: { name: "main", assume_role_policy: trust("ecs-tasks.amazonaws.com") },
  },
  aws_iam_policy: {
    main: {
      name: "main",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
      }),
    },
  },
  aws_ecs_cluster: { main: { name: "main" }, second: { name: "second" } },
  aws_ecs_cluster_capacity_providers: {
    main: { cluster_name: "${aws_ecs_cluster.main.name}", capacity_providers: ["FARGATE"] },
  },
  aws_ecs_task_definition: { main: task },
  aws_ecs_service: {
    main: { name: "main", ...service, ...behindBalancer },
    spread: {
      name: "spread",
      cluster: arn("aws_ecs_cluster.main"),
      task_definition: arn("aws_ecs_task_definition.main"),
      network_configuration: service.network_configuration,
      capacity_provider_strategy: [{ capacity_provider: "FARGATE", weight: 1 }],
      depends_on: ["aws_ecs_cluster_capacity_providers.main"],
    },
    codedeploy: {
      name: "codedeploy",
      ...service,
      ...behindBalancer,
      deployment_controller: { type: "CODE_DEPLOY" },
    },
  },
  aws_appautoscaling_target: {
    main: {
      service_namespace: "ecs",
      scalable_dimension: "ecs:service:DesiredCount",
      resource_id: "service/main/main",
      min_capacity: 1,
      max_capacity: 4,
      depends_on: ["aws_ecs_service.main"],
    },
  },
  aws_db_subnet_group: { main: { name: "main", subnet_ids: mainSubnets } },
  aws_db_parameter_group: {
    main: { name: "main", family: "postgres16" },
    older: { name: "older", family: "postgres15" },
  },
  aws_db_instance: {
    main: { identifier: "main", ...database, db_subnet_group_name: "${aws_db_subnet_group.main.name}" },
  },
  aws_ecr_repository: { main: { name: "main" } },
  aws_secretsmanager_secret: { main: { name: "main" } },
  aws_ssm_parameter: { main: { name: "/main", type: "String", value: "1" } },
  aws_codedeploy_app: { main: { name: "main", compute_platform: "ECS" } },
};

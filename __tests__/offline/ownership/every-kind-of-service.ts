import { type DeploymentKind, ignoredAttributes, ownership } from "../../../contract/ownership";

/** A service of every deployment kind, with and without autoscaling, and its listener rule. */
export interface KindOfService {
  /** Name of the service and of its listener rule in the stack. */
  readonly name: string;
  readonly kind: DeploymentKind;
  readonly isAutoscaled: boolean;
}

export const kindsOfService: readonly KindOfService[] = (
  ["rolling", "ecs-native", "codedeploy"] as const
).flatMap((kind) =>
  [true, false].map((isAutoscaled) => ({
    name: `${kind}${isAutoscaled ? "-scaled" : ""}`,
    kind,
    isAutoscaled,
  })),
);

/** The rows of the ownership table for one service: whether Terraform leaves the attribute alone. */
export function ownedAttributes({ kind, isAutoscaled }: KindOfService) {
  return ownership.map((row) => ({
    resource: row.resource,
    attribute: row.attribute,
    isIgnored: ignoredAttributes(row.resource, kind, { isAutoscaled }).includes(row.attribute),
  }));
}

/** A stack with all of them behind one load balancer. */
export function everyKindOfService(): Record<string, unknown> {
  const each = <T>(make: (service: KindOfService, index: number) => T) =>
    Object.fromEntries(kindsOfService.map((service, index) => [service.name, make(service, index)]));
  const groups = kindsOfService.flatMap(({ name }) => [`${name}-blue`, `${name}-green`]);
  return {
    resource: {
      aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
      aws_internet_gateway: { main: { vpc_id: "${aws_vpc.main.id}" } },
      aws_subnet: {
        a: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.0.0/24", availability_zone: "eu-west-1a" },
        b: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1b" },
      },
      aws_security_group: { tasks: { name: "tasks", vpc_id: "${aws_vpc.main.id}" } },
      aws_lb: {
        main: {
          name: "main",
          internal: true,
          subnets,
          security_groups: ["${aws_security_group.tasks.id}"],
        },
      },
      aws_lb_target_group: Object.fromEntries(
        groups.map((name) => [
          name,
          { name, port: 8080, protocol: "HTTP", target_type: "ip", vpc_id: "${aws_vpc.main.id}" },
        ]),
      ),
      aws_lb_listener: {
        main: {
          load_balancer_arn: "${aws_lb.main.arn}",
          port: 80,
          protocol: "HTTP",
          default_action: [
            { type: "fixed-response", fixed_response: { content_type: "text/plain", status_code: "404" } },
          ],
        },
      },
      aws_lb_listener_rule: each(listenerRule),
      aws_ecs_cluster: { main: { name: "main" } },
      aws_iam_role: { ecs: { name: "ecs", assume_role_policy: trust } },
      aws_ecs_task_definition: {
        template: {
          family: "template",
          requires_compatibilities: ["FARGATE"],
          network_mode: "awsvpc",
          cpu: "256",
          memory: "512",
          skip_destroy: true,
          container_definitions: containers("first"),
        },
      },
      aws_ecs_service: each(service),
    },
  };
}

/** The stack with another variable in the container definitions. */
export function withAnotherVariable(stack: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(stack).replace("first", "second"));
}

/** The stack with another tag on every service. */
export function withAnotherTag(stack: Record<string, unknown>): Record<string, unknown> {
  const copy = structuredClone(stack) as { resource: { aws_ecs_service: Record<string, { tags?: object }> } };
  for (const each of Object.values(copy.resource.aws_ecs_service)) each.tags = { Team: "shop" };
  return copy;
}

const subnets = ["${aws_subnet.a.id}", "${aws_subnet.b.id}"];

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs.amazonaws.com" } }],
});

function containers(value: string): string {
  const environment = [{ name: "GREETING", value }];
  return JSON.stringify([
    { name: "app", image: "app:1", environment, portMappings: [{ containerPort: 8080 }] },
  ]);
}

function listenerRule(service: KindOfService, index: number) {
  const groups = [
    { arn: `\${aws_lb_target_group.${service.name}-blue.arn}`, weight: 100 },
    { arn: `\${aws_lb_target_group.${service.name}-green.arn}`, weight: 0 },
  ];
  return {
    listener_arn: "${aws_lb_listener.main.arn}",
    priority: index + 1,
    condition: [{ path_pattern: { values: [`/${service.name}/*`] } }],
    action: [{ type: "forward", forward: { target_group: groups } }],
    lifecycle: lifecycle("listener-rule", service),
  };
}

function service(service: KindOfService) {
  const { name, kind } = service;
  const production = `\${aws_lb_listener_rule.${name}.arn}`;
  return {
    name,
    cluster: "${aws_ecs_cluster.main.arn}",
    task_definition: "${aws_ecs_task_definition.template.arn}",
    launch_type: "FARGATE",
    desired_count: 2,
    network_configuration: { subnets, security_groups: ["${aws_security_group.tasks.id}"] },
    deployment_controller: { type: kind === "codedeploy" ? "CODE_DEPLOY" : "ECS" },
    ...(kind === "ecs-native" && {
      deployment_configuration: { strategy: "BLUE_GREEN", bake_time_in_minutes: 5 },
    }),
    load_balancer: [
      {
        container_name: "app",
        container_port: 8080,
        target_group_arn: `\${aws_lb_target_group.${name}-blue.arn}`,
        ...(kind === "ecs-native" && {
          advanced_configuration: {
            alternate_target_group_arn: `\${aws_lb_target_group.${name}-green.arn}`,
            production_listener_rule: production,
            role_arn: "${aws_iam_role.ecs.arn}",
          },
        }),
      },
    ],
    lifecycle: lifecycle("service", service),
    depends_on: [`aws_lb_listener_rule.${name}`],
  };
}

function lifecycle(resource: "service" | "listener-rule", { kind, isAutoscaled }: KindOfService) {
  return { ignore_changes: ignoredAttributes(resource, kind, { isAutoscaled }) };
}

import { type Bodies } from "../../../support/verified";
import { balancer, edge, groupId, letIn, service } from "../small-network";
import { answerOf, type Answer } from "./verdict";

const vpc_id = "${aws_vpc.main.id}";
const everyone = { cidr_ipv4: "0.0.0.0/0" };
const target_group_arn = "${aws_lb_target_group.public.arn}";
const public80: readonly Bodies[] = [
  service("app"),
  balancer("public", "app"),
  letIn("public", everyone, 80),
  edge("public", "app", 8080),
];
const without = (...addresses: string[]): Bodies =>
  Object.fromEntries(addresses.map((address) => [address, { count: 0 }]));
const listener = (default_action: unknown): Bodies => ({
  "aws_lb_listener.public": {
    load_balancer_arn: "${aws_lb.public.arn}",
    port: 80,
    protocol: "HTTP",
    default_action,
  },
});
const registered = (arn: string): Bodies => ({
  "aws_ecs_service.app": {
    name: "app",
    network_configuration: { subnets: ["${aws_subnet.private.id}"], security_groups: [groupId("app")] },
    load_balancer: [{ container_name: "app", container_port: 8080, target_group_arn: arn }],
  },
});
const inVpc = letIn("app", { cidr_ipv4: "10.0.0.0/16" }, 8080);
const internal: readonly Bodies[] = [
  service("app"),
  balancer("public", "app", "private", { internal: true }),
  letIn("public", { cidr_ipv4: "10.0.0.0/16" }, 80),
  edge("public", "app", 8080),
];
describe("the internet and a service behind a balancer", () => {
  test.each<[string, Answer, readonly Bodies[]]>([
    ["an ordinary one", "open", public80],
    ["an action that the files do not tell", "undecided", [...public80, listener("${var.action}")]],
    [
      "an action from dynamic blocks over a variable",
      "undecided",
      [
        ...public80,
        {
          "aws_lb_listener.public": {
            load_balancer_arn: "${aws_lb.public.arn}",
            port: 80,
            protocol: "HTTP",
            dynamic: {
              default_action: {
                for_each: "${var.actions}",
                content: { type: "forward", target_group_arn: "${default_action.value}" },
              },
            },
          },
        },
      ],
    ],
    [
      "a target group in a variable",
      "undecided",
      [...public80, listener({ type: "forward", target_group_arn: "${var.group}" })],
    ],
    [
      "one of two target groups, as a variable decides",
      "undecided",
      [
        ...public80,
        listener({
          type: "forward",
          target_group_arn: "${var.blue ? aws_lb_target_group.public.arn : aws_lb_target_group.green.arn}",
        }),
        { "aws_lb_target_group.green": { port: 80 } },
      ],
    ],
    [
      "by host only",
      "open",
      [
        ...public80,
        listener({ type: "fixed-response" }),
        {
          "aws_lb_listener_rule.x": {
            listener_arn: "${aws_lb_listener.public.arn}",
            action: { type: "forward", target_group_arn },
            condition: { host_header: { values: ["secret.example.com"] } },
          },
        },
      ],
    ],
    [
      "a rule on a listener of a data source",
      "undecided",
      [
        service("app"),
        registered(target_group_arn),
        {
          "aws_lb_target_group.public": { port: 8080 },
          "data.aws_lb_listener.shared": { arn: "arn:x" },
          "aws_lb_listener_rule.x": {
            listener_arn: "${data.aws_lb_listener.shared.arn}",
            action: { type: "forward", target_group_arn },
            condition: { host_header: { values: ["a.example.com"] } },
          },
        },
        inVpc,
      ],
    ],
    [
      "a listener of a balancer of a data source",
      "undecided",
      [
        service("app"),
        registered(target_group_arn),
        {
          "aws_lb_target_group.public": { port: 8080 },
          "data.aws_lb.shared": { name: "shared" },
          "aws_lb_listener.x": {
            load_balancer_arn: "${data.aws_lb.shared.arn}",
            port: 80,
            default_action: { type: "forward", target_group_arn },
          },
        },
        inVpc,
      ],
    ],
    [
      "a target group of a data source",
      "undecided",
      [
        service("app"),
        registered("${data.aws_lb_target_group.shared.arn}"),
        { "data.aws_lb_target_group.shared": { name: "shared" } },
        inVpc,
      ],
    ],
    [
      "a target group in a variable, registered",
      "undecided",
      [service("app"), registered("${var.group}"), inVpc],
    ],
    [
      "a balancer of others whose group is let in",
      "undecided",
      [
        service("app"),
        registered("${var.group}"),
        letIn("app", { referenced_security_group_id: "${var.balancer_group}" }, 8080),
      ],
    ],
    [
      "load_balancer blocks that the files do not tell",
      "undecided",
      [
        service("app"),
        {
          "aws_ecs_service.app": {
            name: "app",
            network_configuration: {
              subnets: ["${aws_subnet.private.id}"],
              security_groups: [groupId("app")],
            },
            load_balancer: "${var.balancers}",
          },
        },
        inVpc,
      ],
    ],
    [
      "two load_balancer blocks",
      "open",
      [...public80, registered(target_group_arn), without("aws_lb_target_group_attachment.public")],
    ],
    [
      "names with alb",
      "open",
      [
        service("app"),
        registered("${aws_alb_target_group.public.arn}"),
        {
          "aws_alb.public": {
            name: "test-public",
            subnets: ["${aws_subnet.public.id}"],
            security_groups: [groupId("public")],
          },
          "aws_security_group.public": { vpc_id },
          "aws_alb_target_group.public": { port: 8080 },
          "aws_alb_listener.public": {
            load_balancer_arn: "${aws_alb.public.arn}",
            port: 80,
            default_action: { type: "forward", target_group_arn: "${aws_alb_target_group.public.arn}" },
          },
        },
        letIn("public", everyone, 80),
        edge("public", "app", 8080),
      ],
    ],
    [
      "an internal one in public subnets",
      "closed",
      [...public80, balancer("public", "app", "public", { internal: true })],
    ],
    [
      "an internal one with an accelerator in front",
      "undecided",
      [
        ...internal,
        {
          "aws_globalaccelerator_endpoint_group.x": {
            listener_arn: "arn:x",
            endpoint_configuration: [{ endpoint_id: "${aws_lb.public.arn}" }],
          },
        },
      ],
    ],
    [
      "an internal one as CloudFront's VPC origin",
      "undecided",
      [
        ...internal,
        {
          "aws_cloudfront_vpc_origin.x": {
            vpc_origin_endpoint_config: { name: "x", arn: "${aws_lb.public.arn}", http_port: 80 },
          },
        },
      ],
    ],
    [
      "an internal one behind an HTTP API",
      "undecided",
      [
        ...internal,
        {
          "aws_apigatewayv2_integration.x": {
            api_id: "a",
            connection_type: "VPC_LINK",
            connection_id: "${aws_apigatewayv2_vpc_link.x.id}",
            integration_uri: "${aws_lb_listener.public.arn}",
          },
          "aws_apigatewayv2_vpc_link.x": {
            name: "x",
            subnet_ids: ["${aws_subnet.private.id}"],
            security_group_ids: [groupId("link")],
          },
          "aws_security_group.link": { vpc_id },
        },
        edge("link", "public", 80),
      ],
    ],
    [
      "an internal one behind a REST API's link",
      "undecided",
      [...internal, { "aws_api_gateway_vpc_link.x": { name: "x", target_arns: ["${aws_lb.public.arn}"] } }],
    ],
    [
      "an internal one as a service for endpoints of other accounts",
      "undecided",
      [
        ...internal,
        {
          "aws_vpc_endpoint_service.x": {
            acceptance_required: false,
            network_load_balancer_arns: ["${aws_lb.public.arn}"],
          },
        },
      ],
    ],
    [
      "an internal one, target of a VPC Lattice service",
      "undecided",
      [
        ...internal,
        {
          "aws_vpclattice_target_group_attachment.x": {
            target_group_identifier: "tg",
            target: { id: "${aws_lb.public.arn}" },
          },
        },
      ],
    ],
  ])("%s: %s", (_, truth, parts) => {
    expect(answerOf(parts, "internet", "service.app")).toBe(truth);
  });

  test("a task found in Cloud Map by an HTTP API: undecided", () => {
    const registry: Bodies = {
      "aws_ecs_service.app": {
        name: "app",
        network_configuration: { subnets: ["${aws_subnet.private.id}"], security_groups: [groupId("app")] },
        service_registries: { registry_arn: "${aws_service_discovery_service.app.arn}" },
      },
      "aws_service_discovery_service.app": { name: "app" },
      "aws_apigatewayv2_vpc_link.x": {
        name: "x",
        subnet_ids: ["${aws_subnet.private.id}"],
        security_group_ids: [groupId("link")],
      },
      "aws_security_group.link": { vpc_id },
      "aws_apigatewayv2_integration.x": {
        connection_type: "VPC_LINK",
        connection_id: "${aws_apigatewayv2_vpc_link.x.id}",
        integration_uri: "${aws_service_discovery_service.app.arn}",
      },
    };
    expect(answerOf([service("app"), registry, edge("link", "app", 8080)], "internet", "service.app")).toBe(
      "undecided",
    );
  });
});

describe("the internet and instances of a scaling group behind a balancer", () => {
  test("is open as their launch template lets it", () => {
    const scaling: Bodies = {
      "aws_autoscaling_group.app": {
        name: "app",
        vpc_zone_identifier: ["${aws_subnet.private.id}"],
        target_group_arns: [target_group_arn],
        launch_template: { id: "${aws_launch_template.app.id}" },
      },
      "aws_launch_template.app": { vpc_security_group_ids: [groupId("app")] },
    };
    expect(answerOf([...public80, scaling], "internet", "instance.app")).toBe("open");
  });
});

import { add, all, type Mutation, refer, set, where } from "./mutation";

const ingress = "aws_vpc_security_group_ingress_rule";
const egress = "aws_vpc_security_group_egress_rule";
const noOthers = "declared paths, and no others" as const;
const open = "no open ports but 80/443 on the public balancer" as const;
const subnets = ["a", "b"].map((zone) => `\${aws_subnet.network_zone_${zone}_public_subnet.id}`);
const outputs = "data.terraform_remote_state.network.outputs";
const privateSubnet = `\${${outputs}.aws_subnet_network_zone_a_private_subnet_id}`;
const frontendGroup = "${aws_security_group.frontend_service_security_group.id}";
const maintenance = { description: "Maintenance", ip_protocol: "tcp", from_port: 22, to_port: 22 };
const cluster = "aws_ecs_cluster";

/** Mistakes of the network that are easily overlooked. */
export const hiddenNetworkMutations: readonly Mutation[] = [
  {
    id: "port-opened-by-function",
    what: "SSH is open to half of all addresses, computed by a function",
    control: open,
    stack: "network",
    victims: "aws_security_group",
    change: add("network", ingress, "computed", (victim) => ({
      ...{
        ...maintenance,
        security_group_id: refer(victim, "id"),
        cidr_ipv4: '${cidrsubnet("0.0.0.0/0", 1, 1)}',
      },
    })),
    caughtBy: "balancer-ports",
    foundAt: [ingress],
  },
  {
    id: "port-opened-by-for-each",
    what: "SSH is open to all addresses of a `for_each`, everyone among them",
    control: open,
    stack: "network",
    victims: "aws_security_group",
    change: add("network", ingress, "each", (victim) => ({
      ...{ ...maintenance, for_each: '${toset(["10.1.0.0/24", "0.0.0.0/0"])}', cidr_ipv4: "${each.value}" },
      security_group_id: refer(victim, "id"),
    })),
    caughtBy: "balancer-ports",
    foundAt: [ingress],
  },
  {
    id: "port-opened-by-count",
    what: "SSH is open to everyone by a rule with a `count`",
    control: open,
    stack: "network",
    victims: "aws_security_group",
    change: add("network", ingress, "counted", (victim) => ({
      ...{
        ...maintenance,
        count: "${true ? 1 : 0}",
        cidr_ipv4: "0.0.0.0/0",
        security_group_id: refer(victim, "id"),
      },
    })),
    caughtBy: "balancer-ports",
    foundAt: [ingress],
  },
  {
    id: "rule-with-blank-reason",
    what: "A security-group rule has a description of one space",
    control: "every rule says why",
    stack: "services",
    victims: ingress,
    change: set("description", " "),
    caughtBy: "security-group-rules-say-why",
  },
  {
    id: "flow-log-kept-for-ever",
    what: "The log group of the flow log has no retention",
    control: "VPC flow logs",
    stack: "network",
    victims: where("aws_cloudwatch_log_group", (name) => name.includes("flow_logs")),
    change: set("retention_in_days", 0),
    caughtBy: "vpc-flow-logs",
  },
  {
    id: "forward-in-clear",
    what: "A rule of the HTTP listener forwards beside its redirect, written as `aws_alb_listener_rule`",
    control: "HTTP redirects to HTTPS",
    stack: "network",
    victims: where("aws_lb_listener", (_, body) => body["protocol"] === "HTTP"),
    change: add("network", "aws_alb_listener_rule", "shortcut", (victim) => ({
      listener_arn: refer(victim, "arn"),
      action: [
        { type: "forward", target_group_arn: "arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/a/b" },
      ],
      condition: [{ path_pattern: { values: ["/health"] } }],
    })),
    caughtBy: "http-redirects-to-https",
    foundAt: ["aws_alb_listener_rule"],
  },
  {
    id: "second-listener-old-tls",
    what: "A second listener, written as `aws_alb_listener`, accepts TLS 1.0",
    control: "TLS 1.2 or newer",
    stack: "network",
    victims: where("aws_lb_listener", (_, body) => body["protocol"] === "HTTPS"),
    change: add("network", "aws_alb_listener", "second", ({ body }) => ({
      ...{ ...body, port: 8443, ssl_policy: "ELBSecurityPolicy-TLS-1-0-2015-04" },
    })),
    caughtBy: "listener-tls-policy",
    foundAt: ["aws_alb_listener"],
  },
  {
    id: "bastion-with-group",
    what: "A bastion has the security group of a frontend and with it what the frontend may call",
    control: noOthers,
    stack: "services",
    victims: cluster,
    change: add("services", "aws_instance", "bastion", () => ({
      ...{ ami: "ami-1", instance_type: "t3.micro", subnet_id: privateSubnet },
      vpc_security_group_ids: [frontendGroup],
    })),
    caughtBy: "path-declared",
    foundAt: [ingress, egress],
  },
  {
    id: "function-with-group",
    what: "A Lambda function has the security group of a frontend",
    control: noOthers,
    stack: "services",
    victims: cluster,
    change: add("services", "aws_lambda_function", "reports", () => ({
      ...{ function_name: "reports", role: "arn:aws:iam::111111111111:role/reports" },
      vpc_config: [{ subnet_ids: [privateSubnet], security_group_ids: [frontendGroup] }],
    })),
    caughtBy: "path-declared",
    foundAt: [ingress, egress],
  },
  {
    id: "gateway-with-group",
    what: "An API gateway reaches the backends through a VPC link with the frontend's security group",
    control: noOthers,
    stack: "services",
    victims: cluster,
    change: add("services", "aws_apigatewayv2_vpc_link", "shortcut", () => ({
      ...{ name: "shortcut", subnet_ids: [privateSubnet], security_group_ids: [frontendGroup] },
    })),
    caughtBy: "path-declared",
    foundAt: [ingress, egress],
  },
  {
    id: "interface-with-group",
    what: "A network interface has the security group of a frontend",
    control: noOthers,
    stack: "services",
    victims: cluster,
    change: add("services", "aws_network_interface", "spare", () => ({
      ...{ subnet_id: privateSubnet, security_groups: [frontendGroup] },
    })),
    caughtBy: "path-declared",
    foundAt: [ingress, egress],
  },
  {
    id: "internal-balancer-published",
    what: "The internal balancer is public, in public subnets, and lets in everyone by HTTPS",
    control: noOthers,
    stack: "network",
    victims: where("aws_lb", (_, body) => body["internal"] === true),
    change: all(set("internal", false), set("subnets", subnets), (_, { network, services }) => {
      network.add(ingress, "everyone", {
        ...{
          description: "Everyone",
          ip_protocol: "tcp",
          from_port: 443,
          to_port: 443,
          cidr_ipv4: "0.0.0.0/0",
        },
        security_group_id: "${aws_security_group.internal_load_balancer_security_group.id}",
      });
      services.all("aws_lb_listener").forEach(({ body }) => {
        body["port"] = 443;
      });
    }),
    caughtBy: "path-declared",
    foundAt: [ingress, egress],
  },
  {
    id: "backend-behind-network-balancer",
    what: "A public network balancer forwards to a backend, which lets in the public subnets",
    control: noOthers,
    stack: "network",
    victims: where("aws_lb", (_, body) => body["internal"] === false),
    change: (_, { network, services }) => {
      network.add("aws_lb", "fast", {
        name: "fast",
        load_balancer_type: "network",
        internal: false,
        subnets,
      });
      network.setOutput("fast_arn", "${aws_lb.fast.arn}");
      const group = "${aws_lb_target_group.fast.arn}";
      services.add("aws_lb_target_group", "fast", {
        ...{ port: 8080, protocol: "TCP", target_type: "ip" },
        vpc_id: "${data.terraform_remote_state.network.outputs.aws_vpc_network_vpc_id}",
      });
      services.add("aws_lb_listener", "fast", {
        ...{ load_balancer_arn: `\${${outputs}.fast_arn}`, port: 443, protocol: "TCP" },
        default_action: [{ type: "forward", target_group_arn: group }],
      });
      services
        .all("aws_ecs_service")
        .filter(({ name }) => name.startsWith("backend"))
        .forEach(({ body }) => {
          const second = { target_group_arn: group, container_name: "backend", container_port: 8080 };
          body["load_balancer"] = [body["load_balancer"], second].flat();
        });
      services.add(ingress, "fast", {
        security_group_id: "${aws_security_group.backend_service_security_group.id}",
        ...{
          description: "Fast",
          ip_protocol: "tcp",
          from_port: 8080,
          to_port: 8080,
          cidr_ipv4: "0.0.0.0/0",
        },
      });
    },
    caughtBy: "backend-not-public",
    foundAt: [ingress, egress, "aws_ecs_service"],
  },
  {
    id: "transit-gateway-let-in",
    what: "Networks behind a transit gateway reach the database, by a route and a rule",
    control: noOthers,
    stack: "network",
    victims: "aws_vpc",
    change: (_, { network, data }) => {
      network
        .all("aws_route_table")
        .filter(({ name }) => name.includes("isolated"))
        .forEach((table) =>
          network.add("aws_route", `${table.name}_transit`, {
            ...{ route_table_id: refer(table, "id"), destination_cidr_block: "172.16.0.0/16" },
            transit_gateway_id: "tgw-0123456789abcdef0",
          }),
        );
      data.add(ingress, "transit", {
        security_group_id: "${aws_security_group.app_database_security_group.id}",
        ...{
          description: "Reports",
          ip_protocol: "tcp",
          from_port: 5432,
          to_port: 5432,
          cidr_ipv4: "172.16.8.0/24",
        },
      });
    },
    caughtBy: "path-declared",
    foundAt: [ingress],
  },
  {
    id: "database-in-default-subnets",
    what: "A database names no subnet group, and stands in the default VPC",
    control: "database private, encrypted, managed password",
    stack: "data",
    victims: "aws_db_instance",
    change: set("db_subnet_group_name", null),
    caughtBy: "database-subnets-are-isolated",
  },
  {
    id: "scheduled-task-public-address",
    what: "A task that a schedule starts has a public address",
    control: "tasks without public address",
    stack: "services",
    victims: cluster,
    change: add("services", "aws_cloudwatch_event_target", "nightly", () => ({
      ...{ rule: "nightly", arn: "${aws_ecs_cluster.cluster.arn}" },
      ecs_target: {
        task_definition_arn: "${aws_ecs_task_definition.backend_service_template.arn}",
        network_configuration: { subnets: [privateSubnet], assign_public_ip: true },
      },
    })),
    caughtBy: "tasks-have-no-public-address",
    foundAt: ["aws_cloudwatch_event_target"],
  },
];

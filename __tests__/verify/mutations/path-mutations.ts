import { type EnvironmentDraft, type Victim } from "./draft";
import { objectAt } from "./json";
import { allowDatabase, isolated, publicSubnets } from "./placement-mutations";
import { all, drop, type Mutation, refer, removeFrom, set, where } from "./mutation";

const ingress = "aws_vpc_security_group_ingress_rule";
const egress = "aws_vpc_security_group_egress_rule";
const declared = "every declared path exists" as const;
const noOthers = "declared paths, and no others" as const;
const service = (part: string) => where("aws_ecs_service", (name) => name.startsWith(part));
const edgeRules = (type: string) => where(type, (name) => !/endpoints|s3/.test(name) && /gress$/.test(name));
const declaredEdges = (type: string) => where(type, (name) => /(balancer|database).*gress$/.test(name));

/** Edges removed and added, and the ways around them. */
export const pathMutations: readonly Mutation[] = [
  {
    id: "outgoing-half-removed",
    what: "The outgoing half of an edge was removed",
    control: declared,
    stack: "services",
    victims: edgeRules(egress),
    change: removeFrom("services"),
    caughtBy: "edge-both-halves",
    foundAt: [ingress],
  },
  {
    id: "incoming-half-removed",
    what: "The incoming half of an edge was removed",
    control: declared,
    stack: "services",
    victims: edgeRules(ingress),
    change: removeFrom("services"),
    caughtBy: "edge-both-halves",
    foundAt: [egress],
  },
  {
    id: "halves-of-different-ports",
    what: "The two halves of an edge name different ports",
    control: declared,
    stack: "services",
    victims: edgeRules(ingress),
    change: all(set("from_port", 8443), set("to_port", 8443)),
    caughtBy: "edge-both-halves",
  },
  {
    id: "edge-removed",
    what: "Both halves of a declared edge were removed",
    control: declared,
    stack: "services",
    victims: declaredEdges(ingress),
    change: (victim, { services }) => {
      services.remove(victim);
      services.remove({ ...victim, type: egress, name: victim.name.replace(/_ingress$/, "_egress") });
    },
    caughtBy: "declared-path-open",
    foundAt: ["aws_ecs_service", "aws_db_instance"],
  },
  {
    id: "listener-rule-removed",
    what: "A service's listener rule was removed",
    control: declared,
    stack: "services",
    victims: "aws_lb_listener_rule",
    change: removeFrom("services"),
    caughtBy: "declared-path-open",
    foundAt: ["aws_ecs_service"],
  },
  {
    id: "listener-removed",
    what: "The listener of a backend was removed",
    control: declared,
    stack: "services",
    victims: "aws_lb_listener",
    change: removeFrom("services"),
    caughtBy: "declared-path-open",
    foundAt: ["aws_ecs_service"],
  },
  {
    id: "wrong-target-group",
    what: "A service's tasks are registered in another service's target group",
    control: declared,
    stack: "services",
    victims: "aws_ecs_service",
    change: (victim, { services }) => {
      const [others] = services
        .all("aws_lb_target_group")
        .filter(({ name }) => !name.startsWith(victim.name));
      const balanced = objectAt(victim.body, ["load_balancer"]);
      balanced["target_group_arn"] = others && refer(others, "arn");
      delete balanced["advanced_configuration"];
    },
    caughtBy: "declared-path-open",
  },
  {
    id: "balancer-without-group",
    what: "A balancer lost its security group, and has the VPC's default group",
    control: declared,
    stack: "network",
    victims: "aws_lb",
    change: drop("security_groups"),
    caughtBy: "declared-path-open",
    foundAt: ["aws_ecs_service"],
  },
  {
    id: "database-without-group",
    what: "A database lost its security group, and has the VPC's default group",
    control: declared,
    stack: "data",
    victims: "aws_db_instance",
    change: drop("vpc_security_group_ids"),
    caughtBy: "declared-path-open",
  },
  {
    id: "way-out-removed",
    what: "Private subnets lost their route to the NAT gateway",
    control: declared,
    stack: "services",
    victims: where(egress, (_, body) => "cidr_ipv4" in body),
    change: (_, { network }) =>
      network
        .all("aws_route")
        .filter(({ body }) => "nat_gateway_id" in body)
        .forEach((route) => network.remove(route)),
    caughtBy: "declared-path-open",
    foundAt: ["aws_ecs_service"],
  },
  {
    id: "acl-closed",
    what: "A network ACL without rules was put around the private subnets",
    control: declared,
    stack: "network",
    victims: "aws_vpc",
    change: (victim, { network }) =>
      network.add("aws_network_acl", "closed", {
        vpc_id: refer(victim, "id"),
        subnet_ids: network
          .all("aws_subnet")
          .filter(({ name }) => name.includes("private"))
          .map((subnet) => refer(subnet, "id")),
      }),
    caughtBy: "declared-path-open",
    foundAt: ["aws_ecs_service", "aws_db_instance"],
  },
  {
    id: "group-shared",
    what: "A service was given the security group of another one beside its own",
    control: noOthers,
    stack: "services",
    victims: service("frontend"),
    change: ({ body }) => {
      const network = objectAt(body, ["network_configuration"]);
      const group = "${aws_security_group.backend_service_security_group.id}";
      network["security_groups"] = [network["security_groups"], group].flat();
    },
    caughtBy: "path-declared",
    foundAt: [ingress, egress],
  },
  {
    id: "edge-added",
    what: "A frontend may call the database, by both halves of a rule",
    control: noOthers,
    stack: "services",
    victims: service("frontend"),
    change: (_, { services }) => {
      const database =
        "${data.terraform_remote_state.data.outputs.aws_security_group_app_database_security_group_id}";
      const frontend = "${aws_security_group.frontend_service_security_group.id}";
      const ports = { ip_protocol: "tcp", from_port: 5432, to_port: 5432, description: "Reports" };
      services.add(egress, "reports", {
        ...{ ...ports, security_group_id: frontend, referenced_security_group_id: database },
      });
      services.add(ingress, "reports", {
        ...{ ...ports, security_group_id: database, referenced_security_group_id: frontend },
      });
    },
    caughtBy: "path-declared",
    foundAt: [ingress],
  },
  {
    id: "edge-widened",
    what: "Both halves of an edge name more ports than are declared",
    control: noOthers,
    stack: "services",
    victims: where(ingress, (name) => name.includes("database")),
    change: (victim, environment) => {
      const [half] = environment.services
        .all(egress)
        .filter(({ name }) => name === victim.name.replace(/_ingress$/, "_egress"));
      [victim, half].forEach((rule) => rule && set("from_port", 5000)(rule, environment));
    },
    caughtBy: "path-declared",
  },
  {
    id: "outbound-widened",
    what: "A service may call more addresses than are declared",
    control: noOthers,
    stack: "services",
    victims: where(egress, (_, body) => "cidr_ipv4" in body),
    change: set("cidr_ipv4", "198.0.0.0/7"),
    caughtBy: "path-declared",
  },
  {
    id: "outbound-other-port",
    what: "A service may call the payment provider by SSH",
    control: noOthers,
    stack: "services",
    victims: where(egress, (_, body) => "cidr_ipv4" in body),
    change: all(set("from_port", 22), set("to_port", 22)),
    caughtBy: "path-declared",
  },
  {
    id: "peered-network-let-in",
    what: "A peered network reaches the database, by a route and a rule for its addresses",
    control: noOthers,
    stack: "data",
    victims: "aws_db_instance",
    change: (_, environment) => {
      peer(environment);
      allowDatabase(environment, { cidr_ipv4: "172.31.0.0/16" });
    },
    caughtBy: "path-declared",
    foundAt: [ingress],
  },
  {
    id: "task-on-the-internet",
    what: "Tasks have public addresses in public subnets, and let in everyone",
    control: noOthers,
    stack: "services",
    victims: "aws_ecs_service",
    change: (victim, environment) => {
      const network = objectAt(victim.body, ["network_configuration"]);
      network["assign_public_ip"] = "true";
      environment.network.replaceInOutputs(isolated, publicSubnets);
      environment.services.add(ingress, "everyone", {
        ...{ security_group_id: [network["security_groups"]].flat()[0], description: "Tests" },
        ...{ ip_protocol: "tcp", from_port: 8080, to_port: 8080, cidr_ipv4: "0.0.0.0/0" },
      });
    },
    caughtBy: "service-behind-balancer",
    foundAt: [ingress],
  },
  {
    id: "backend-on-public-balancer",
    what: "The public balancer forwards to a backend, and may reach it",
    control: noOthers,
    stack: "services",
    victims: service("backend"),
    change: (_, { services }) => {
      services.add("aws_lb_listener_rule", "shortcut", {
        listener_arn:
          "${data.terraform_remote_state.network.outputs.aws_lb_listener_public_load_balancer_https_listener_arn}",
        action: {
          type: "forward",
          target_group_arn: "${aws_lb_target_group.backend_service_target_group.arn}",
        },
        condition: { path_pattern: { values: ["/api/*"] } },
      });
      const group = "${aws_security_group.backend_service_security_group.id}";
      const balancer =
        "${data.terraform_remote_state.network.outputs.aws_security_group_public_load_balancer_security_group_id}";
      const ports = { ip_protocol: "tcp", from_port: 8080, to_port: 8080, description: "Shortcut" };
      services.add(ingress, "shortcut", {
        ...{ ...ports, security_group_id: group, referenced_security_group_id: balancer },
      });
      services.add(egress, "shortcut", {
        ...{ ...ports, security_group_id: balancer, referenced_security_group_id: group },
      });
    },
    caughtBy: "backend-not-public",
    foundAt: [ingress],
  },
  {
    id: "peer-by-variable",
    what: "A rule lets in a group that a variable without default names",
    control: "the files tell who reaches whom",
    stack: "services",
    victims: edgeRules(ingress),
    change: (victim, { services }) => {
      services.declareVariable("caller");
      victim.body["referenced_security_group_id"] = "${var.caller}";
    },
    caughtBy: "path-decided",
    foundAt: ["aws_ecs_service", "aws_db_instance", "aws_lb", "aws_vpc_endpoint"],
  },
];

function peer({ network }: EnvironmentDraft): void {
  network.add("aws_vpc_peering_connection", "reports", {
    vpc_id: "${aws_vpc.network_vpc.id}",
    peer_vpc_id: "vpc-0123456789abcdef0",
  });
  network
    .all("aws_route_table")
    .filter(({ name }) => name.includes("isolated"))
    .forEach((table: Victim) =>
      network.add("aws_route", `${table.name}_reports`, {
        route_table_id: refer(table, "id"),
        destination_cidr_block: "172.31.0.0/16",
        vpc_peering_connection_id: "${aws_vpc_peering_connection.reports.id}",
      }),
    );
}

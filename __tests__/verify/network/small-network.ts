import { type EnvironmentFiles } from "../../../verify/estate/estate";
import { formatPorts } from "../../../verify/network/ports";
import { readNetwork } from "../../../verify/network/read-network";
import { environmentWith, type Bodies, type TestEnvironment } from "../../support/verified";

const vpc_id = "${aws_vpc.main.id}";

/** A VPC with a public subnet that leads to the internet, a private one with NAT, and an isolated one. */
export const network: Bodies = {
  "aws_vpc.main": { cidr_block: "10.0.0.0/16" },
  "aws_internet_gateway.main": { vpc_id },
  "aws_subnet.public": { vpc_id, cidr_block: "10.0.0.0/24", availability_zone: "eu-west-1a" },
  "aws_subnet.private": { vpc_id, cidr_block: "10.0.1.0/24", availability_zone: "eu-west-1a" },
  "aws_subnet.isolated": { vpc_id, cidr_block: "10.0.2.0/24", availability_zone: "eu-west-1a" },
  "aws_route_table.public": { vpc_id },
  "aws_route_table.private": { vpc_id },
  "aws_route.public": routeIn("public", { gateway_id: "${aws_internet_gateway.main.id}" }),
  "aws_route.private": routeIn("private", { nat_gateway_id: "${aws_nat_gateway.main.id}" }),
  "aws_route_table_association.public": association("public"),
  "aws_route_table_association.private": association("private"),
  "aws_nat_gateway.main": { subnet_id: "${aws_subnet.public.id}" },
};

export function routeIn(table: string, target: object): object {
  return {
    route_table_id: `\${aws_route_table.${table}.id}`,
    destination_cidr_block: "0.0.0.0/0",
    ...target,
  };
}

function association(name: string): object {
  return {
    route_table_id: `\${aws_route_table.${name}.id}`,
    subnet_id: `\${aws_subnet.${name}.id}`,
  };
}

/** A service in a subnet, with a group of its own name. */
export function service(name: string, subnet = "private", more: object = {}): Bodies {
  const network_configuration = {
    subnets: [`\${aws_subnet.${subnet}.id}`],
    security_groups: [`\${aws_security_group.${name}.id}`],
    ...more,
  };
  return {
    [`aws_ecs_service.${name}`]: { name, network_configuration },
    [`aws_security_group.${name}`]: { vpc_id },
  };
}

/** A database in the isolated subnet, or another. */
export function database(name: string, subnet = "isolated", more: object = {}): Bodies {
  return {
    [`aws_db_instance.${name}`]: {
      identifier: `test-${name}`,
      db_subnet_group_name: `\${aws_db_subnet_group.${name}.name}`,
      vpc_security_group_ids: [`\${aws_security_group.${name}.id}`],
      ...more,
    },
    [`aws_db_subnet_group.${name}`]: { name: `test-${name}`, subnet_ids: [`\${aws_subnet.${subnet}.id}`] },
    [`aws_security_group.${name}`]: { vpc_id },
  };
}

/** A load balancer in a subnet with a listener on port 80 that forwards to port 8080 of a service. */
export function balancer(name: string, target: string, subnet = "public", more: object = {}): Bodies {
  return {
    [`aws_lb.${name}`]: {
      name: `test-${name}`,
      subnets: [`\${aws_subnet.${subnet}.id}`],
      security_groups: [`\${aws_security_group.${name}.id}`],
      ...more,
    },
    [`aws_security_group.${name}`]: { vpc_id },
    [`aws_lb_target_group.${name}`]: { port: 8080, protocol: "HTTP", target_type: "ip" },
    [`aws_lb_listener.${name}`]: {
      load_balancer_arn: `\${aws_lb.${name}.arn}`,
      port: 80,
      protocol: "HTTP",
      default_action: { type: "forward", target_group_arn: `\${aws_lb_target_group.${name}.arn}` },
    },
    [`aws_lb_target_group_attachment.${name}`]: {
      target_group_arn: `\${aws_lb_target_group.${name}.arn}`,
      target_id: `\${aws_ecs_service.${target}.id}`,
      port: 8080,
    },
  };
}

/** Both halves of an edge between groups. */
export function edge(from: string, to: string, port: number): Bodies {
  return { ...letIn(to, { referenced_security_group_id: groupId(from) }, port), ...letOut(from, to, port) };
}

export function letOut(from: string, to: string, port: number): Bodies {
  const peer = /[./:]/.test(to) ? cidr(to) : { referenced_security_group_id: groupId(to) };
  return {
    [`aws_vpc_security_group_egress_rule.${from}_${to.replaceAll(/\W/g, "_")}_${port}`]: {
      security_group_id: groupId(from),
      ip_protocol: "tcp",
      from_port: port,
      to_port: port,
      ...peer,
    },
  };
}

export function letIn(group: string, peer: object, port: number): Bodies {
  const name = `${group}_${JSON.stringify(peer).replaceAll(/\W/g, "_")}_${port}`;
  return {
    [`aws_vpc_security_group_ingress_rule.${name}`]: {
      security_group_id: groupId(group),
      ip_protocol: "tcp",
      from_port: port,
      to_port: port,
      ...peer,
    },
  };
}

export function groupId(name: string): string {
  return `\${aws_security_group.${name}.id}`;
}

function cidr(block: string): object {
  return block.includes(":") ? { cidr_ipv6: block } : { cidr_ipv4: block };
}

/** The environment of some parts on the ground of {@link network}. */
export function environmentOf(parts: readonly Bodies[], given?: TestEnvironment): EnvironmentFiles {
  return environmentWith(Object.assign({}, network, ...parts), given);
}

/** Every connection as `internet > balancer.public tcp 80`; what the files do not tell is marked with its expressions. */
export function connectionsOf(...parts: readonly Bodies[]): string[] {
  return readNetwork(environmentOf(parts)).connections.map(
    ({ from, to, ports, undecided }) =>
      `${from.name} > ${to.name} ${formatPorts(ports)}${undecided ? ` if ${undecided.join(", ")}` : ""}`,
  );
}

/** Every path as `internet > balancer.public > service.shop tcp 8080`. */
export function pathsOf(environment: EnvironmentFiles): string[] {
  return readNetwork(environment).paths.map(({ from, through, to, ports, undecided }) => {
    const names = [from, ...through, to].map(({ name }) => name).join(" > ");
    return `${names} ${formatPorts(ports)}${undecided ? ` if ${undecided.join(", ")}` : ""}`;
  });
}

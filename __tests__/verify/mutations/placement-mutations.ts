import { type EnvironmentDraft } from "./draft";
import { add, type Mutation, refer, set, where } from "./mutation";

const ingress = "aws_vpc_security_group_ingress_rule";
export const isolated = /aws_subnet\.network_zone_(\w)_(isolated|private)_subnet/g;
export const publicSubnets = "aws_subnet.network_zone_$1_public_subnet";

/** Where balancers, tasks and databases stand, and what the files do not tell. */
export const placementMutations: readonly Mutation[] = [
  {
    id: "module-elsewhere",
    what: "A module was called whose files nobody downloaded",
    control: "the files tell who reaches whom",
    stack: "network",
    victims: "aws_vpc",
    change: (_, { network }) => network.callModule("bastion", "example/bastion/aws"),
    caughtBy: "modules-are-read",
    foundAt: ["module"],
  },
  {
    id: "way-in-unknown",
    what: "An endpoint of EC2 Instance Connect was put into an isolated subnet, from which people reach what is there",
    control: "the files tell who reaches whom",
    stack: "network",
    victims: where("aws_subnet", (name) => name.includes("isolated")),
    change: add("network", "aws_ec2_instance_connect_endpoint", "people", (subnet) => ({
      subnet_id: refer(subnet, "id"),
    })),
    caughtBy: "network-type-unknown",
    foundAt: ["aws_ec2_instance_connect_endpoint"],
  },
  {
    id: "internal-balancer-public",
    what: "The internal balancer is public, and stays in private subnets",
    control: "every declared path exists",
    stack: "network",
    victims: where("aws_lb", (_, body) => body["internal"] === true),
    change: set("internal", "false"),
    caughtBy: "public-balancer-in-public-subnets",
  },
  {
    id: "task-subnets-swapped",
    what: "The outputs of the private subnets name the public ones, which puts the tasks there",
    control: "tasks without public address",
    stack: "services",
    victims: "aws_ecs_service",
    change: (_, { network }) => network.replaceInOutputs(isolated, publicSubnets),
    caughtBy: "tasks-not-in-public-subnets",
  },
  {
    id: "database-subnets-swapped",
    what: "The outputs of the isolated subnets name the public ones, which puts the database there",
    control: "database private, encrypted, managed password",
    stack: "data",
    victims: "aws_db_instance",
    change: (_, { network }) => network.replaceInOutputs(isolated, publicSubnets),
    caughtBy: "database-subnets-are-isolated",
    foundAt: ["aws_db_subnet_group"],
  },
  {
    id: "isolated-subnet-routed",
    what: "The route table of an isolated subnet leads to the internet gateway",
    control: "database private, encrypted, managed password",
    stack: "network",
    victims: where("aws_route_table", (name) => name.includes("isolated")),
    change: (victim, { network }) =>
      network.add("aws_route", "shortcut", {
        route_table_id: refer(victim, "id"),
        destination_cidr_block: "0.0.0.0/0",
        gateway_id: "${aws_internet_gateway.network_internet_gateway.id}",
      }),
    caughtBy: "database-subnets-are-isolated",
    foundAt: ["aws_db_subnet_group"],
  },
  {
    id: "isolated-subnet-routed-by-halves",
    what: "An isolated subnet has routes to both halves of the internet, inline in its table",
    control: "database private, encrypted, managed password",
    stack: "network",
    victims: where("aws_route_table", (name) => name.includes("isolated")),
    change: ({ body }) => {
      body["route"] = ["0.0.0.0/1", "128.0.0.0/1"].map((cidr_block) => ({
        cidr_block,
        gateway_id: "${aws_internet_gateway.network_internet_gateway.id}",
      }));
    },
    caughtBy: "database-subnets-are-isolated",
    foundAt: ["aws_db_subnet_group"],
  },
  {
    id: "isolated-subnet-in-public-table",
    what: "An isolated subnet is associated with the public route table",
    control: "database private, encrypted, managed password",
    stack: "network",
    victims: where("aws_route_table_association", (name) => name.includes("isolated")),
    change: set("route_table_id", "${aws_route_table.network_public_route_table.id}"),
    caughtBy: "database-subnets-are-isolated",
    foundAt: ["aws_db_subnet_group"],
  },
  {
    id: "main-table-routed",
    what: "An isolated subnet lost its own route table, and the VPC's main one leads to the internet",
    control: "database private, encrypted, managed password",
    stack: "network",
    victims: where("aws_route_table_association", (name) => name.includes("isolated")),
    change: (victim, { network }) => {
      network.remove(victim);
      network.all("aws_default_route_table").forEach(({ body }) => {
        const gateway_id = "${aws_internet_gateway.network_internet_gateway.id}";
        body["route"] = [{ cidr_block: "0.0.0.0/0", gateway_id }];
      });
    },
    caughtBy: "database-subnets-are-isolated",
    foundAt: ["aws_db_subnet_group"],
  },
  {
    id: "database-on-the-internet",
    what: "A database has a public address in public subnets, and lets in everyone",
    control: "database private, encrypted, managed password",
    stack: "data",
    victims: "aws_db_instance",
    change: (victim, environment) => {
      victim.body["publicly_accessible"] = true;
      environment.network.replaceInOutputs(isolated, publicSubnets);
      allowDatabase(environment, { cidr_ipv4: "0.0.0.0/0" });
    },
    caughtBy: "database-not-from-internet",
    foundAt: [ingress],
  },
];

export function allowDatabase(environment: EnvironmentDraft, peer: object): void {
  environment.data.add(ingress, "everyone", {
    ...{ security_group_id: "${aws_security_group.app_database_security_group.id}", description: "Reports" },
    ...{ ip_protocol: "tcp", from_port: 5432, to_port: 5432, ...peer },
  });
}

import { environmentWith, type Bodies } from "../../support/verified";
import { type Picture } from "../../../verify/diagram/picture";
import { pictureOf } from "../../../verify/diagram/picture-of";
import { type EnvironmentFiles } from "../../../verify/estate/estate";
import { readNetwork } from "../../../verify/network/read-network";

export function draw(environment: EnvironmentFiles): Picture {
  return pictureOf(readNetwork(environment), environment);
}

export function pictureWith(bodies: Bodies): Picture {
  return draw(environmentWith(bodies));
}

/** A VPC with a subnet of each tier, told apart by routes alone. */
export const vpc: Bodies = {
  "aws_vpc.main": { cidr_block: "10.0.0.0/16", tags: { Name: "main" } },
  "aws_subnet.one": subnet("10.0.1.0/24", "eu-west-1a"),
  "aws_subnet.two": subnet("10.0.2.0/24", "eu-west-1a"),
  "aws_subnet.three": subnet("10.0.3.0/24", "eu-west-1b"),
  "aws_internet_gateway.main": { vpc_id: "${aws_vpc.main.id}" },
  "aws_nat_gateway.main": { subnet_id: "${aws_subnet.one.id}" },
  "aws_route_table.one": routeTable({ gateway_id: "${aws_internet_gateway.main.id}" }),
  "aws_route_table.two": routeTable({ nat_gateway_id: "${aws_nat_gateway.main.id}" }),
  "aws_route_table_association.one": {
    subnet_id: "${aws_subnet.one.id}",
    route_table_id: "${aws_route_table.one.id}",
  },
  "aws_route_table_association.two": {
    subnet_id: "${aws_subnet.two.id}",
    route_table_id: "${aws_route_table.two.id}",
  },
};

/** A service in the private subnet that everyone in the VPC reaches, and that reaches everything. */
export function openService(name: string): object {
  return {
    name,
    launch_type: "FARGATE",
    network_configuration: [
      { subnets: ["${aws_subnet.two.id}"], security_groups: ["${aws_security_group.open.id}"] },
    ],
  };
}

export const openGroup: Bodies = {
  "aws_security_group.open": {
    vpc_id: "${aws_vpc.main.id}",
    ingress: [{ from_port: 8080, to_port: 8080, protocol: "tcp", cidr_blocks: ["10.0.0.0/16"] }],
    egress: [{ from_port: 0, to_port: 0, protocol: "-1", cidr_blocks: ["0.0.0.0/0"] }],
  },
};

function subnet(block: string, zone: string): object {
  return { vpc_id: "${aws_vpc.main.id}", cidr_block: block, availability_zone: zone };
}

function routeTable(target: object): object {
  return { vpc_id: "${aws_vpc.main.id}", route: [{ cidr_block: "0.0.0.0/0", ...target }] };
}

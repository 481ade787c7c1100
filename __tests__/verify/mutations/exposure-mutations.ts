import { type Change, type Mutation, refer, where } from "./mutation";

const stack = "network" as const;
const control = "no open ports but 80/443 on the public balancer" as const;
const publicGroup = where("aws_security_group", (name) => name.startsWith("public_load_balancer"));
const openRules = where("aws_vpc_security_group_ingress_rule", (_, body) => "cidr_ipv4" in body);
const found = ["aws_vpc_security_group_ingress_rule"];

/** Ports opened to everyone, in the ways that Terraform has for it. */
export const exposureMutations: readonly Mutation[] = [
  {
    id: "port-opened",
    what: "SSH is open to everyone",
    control,
    stack,
    victims: "aws_security_group",
    change: ingress({ cidr_ipv4: "0.0.0.0/0" }),
    caughtBy: "balancer-ports",
    foundAt: found,
  },
  {
    id: "port-opened-by-ipv6",
    what: "SSH is open to everyone with an IPv6 address",
    control,
    stack,
    victims: "aws_security_group",
    change: ingress({ cidr_ipv6: "::/0" }),
    caughtBy: "balancer-ports",
    foundAt: found,
  },
  {
    id: "port-opened-by-halves",
    what: "SSH is open to two halves of all addresses instead of 0.0.0.0/0",
    control,
    stack,
    victims: "aws_security_group",
    change: (victim, environment) => {
      ingress({ cidr_ipv4: "0.0.0.0/1" }, "lower")(victim, environment);
      ingress({ cidr_ipv4: "128.0.0.0/1" }, "upper")(victim, environment);
    },
    caughtBy: "balancer-ports",
    foundAt: found,
  },
  {
    id: "port-opened-by-local",
    what: "SSH is open to a block that a local names",
    control,
    stack,
    victims: "aws_security_group",
    change: (victim, environment) => {
      environment.network.setLocal("office", { blocks: ["0.0.0.0/0"] });
      ingress({ cidr_ipv4: "${local.office.blocks[0]}" })(victim, environment);
    },
    caughtBy: "balancer-ports",
    foundAt: found,
  },
  {
    id: "port-opened-inline",
    what: "SSH is open to everyone by an inline block of the group",
    control,
    stack,
    victims: "aws_security_group",
    change: ({ body }) => {
      body["ingress"] = [
        {
          from_port: 22,
          to_port: 22,
          protocol: "tcp",
          cidr_blocks: ["0.0.0.0/0"],
          description: "Maintenance",
        },
      ];
    },
    caughtBy: "balancer-ports",
  },
  {
    id: "port-opened-inline-as-object",
    what: "SSH is open to everyone by an inline block, written as one object, ports as text",
    control,
    stack,
    victims: "aws_security_group",
    change: ({ body }) => {
      body["ingress"] = {
        ...{ from_port: "22", to_port: "22", protocol: "tcp" },
        ...{ ipv6_cidr_blocks: ["::/0"], description: "Maintenance" },
      };
    },
    caughtBy: "balancer-ports",
  },
  {
    id: "port-opened-by-dynamic-block",
    what: "SSH is open to everyone by a `dynamic` block over a list of ports",
    control,
    stack,
    victims: "aws_security_group",
    change: ({ body }) => {
      body["dynamic"] = {
        ingress: {
          for_each: [443, 22],
          content: {
            ...{ from_port: "${ingress.value}", to_port: "${ingress.value}", protocol: "tcp" },
            ...{ cidr_blocks: ["0.0.0.0/0"], description: "Served" },
          },
        },
      };
    },
    caughtBy: "balancer-ports",
  },
  {
    id: "port-opened-by-old-rule",
    what: "SSH is open to everyone by an `aws_security_group_rule`",
    control,
    stack,
    victims: "aws_security_group",
    change: (victim, { network }) =>
      network.add("aws_security_group_rule", "maintenance", {
        ...{ type: "ingress", security_group_id: refer(victim, "id"), description: "Maintenance" },
        ...{ from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["10.0.0.0/8", "0.0.0.0/0"] },
      }),
    caughtBy: "balancer-ports",
    foundAt: ["aws_security_group_rule"],
  },
  {
    id: "port-opened-by-prefix-list",
    what: "SSH is open to a prefix list that holds all addresses",
    control,
    stack,
    victims: "aws_security_group",
    change: (victim, environment) => {
      environment.network.add("aws_ec2_managed_prefix_list", "office", {
        ...{ name: "office", address_family: "IPv4", max_entries: 1, entry: [{ cidr: "0.0.0.0/0" }] },
      });
      ingress({ prefix_list_id: "${aws_ec2_managed_prefix_list.office.id}" })(victim, environment);
    },
    caughtBy: "balancer-ports",
    foundAt: found,
  },
  {
    id: "port-range-widened",
    what: "The rule for HTTPS lets in a range of ports",
    control,
    stack,
    victims: openRules,
    change: ({ body }) => {
      body["to_port"] = 8443;
    },
    caughtBy: "balancer-ports",
  },
  {
    id: "every-protocol",
    what: "The rule for HTTPS lets in every protocol",
    control,
    stack,
    victims: openRules,
    change: ({ body }) => {
      body["ip_protocol"] = "-1";
      delete body["from_port"];
      delete body["to_port"];
    },
    caughtBy: "balancer-ports",
  },
  {
    id: "group-in-group",
    what: "A security group lets in another one on every port",
    control,
    stack,
    victims: "aws_security_group",
    change: ingress({
      ...{ referenced_security_group_id: "${aws_security_group.public_load_balancer_security_group.id}" },
      ...{ ip_protocol: "tcp", from_port: 0, to_port: 65535 },
    }),
    caughtBy: "security-group-all-ports",
    foundAt: found,
  },
  {
    id: "vpc-let-in",
    what: "A security group lets in the whole VPC",
    control,
    stack,
    victims: "aws_security_group",
    change: ingress({ cidr_ipv4: "${aws_vpc.network_vpc.cidr_block}" }),
    caughtBy: "security-group-open-to-vpc",
    foundAt: found,
  },
  {
    id: "everything-let-out",
    what: "The public balancer may call every port of the internet",
    control,
    stack,
    victims: publicGroup,
    change: (victim, { network }) =>
      network.add("aws_vpc_security_group_egress_rule", "everything", {
        ...{ security_group_id: refer(victim, "id"), description: "Anything" },
        ...{ ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" },
      }),
    caughtBy: "security-group-egress-all-ports",
    foundAt: ["aws_vpc_security_group_egress_rule"],
  },
];

/** A rule for SSH, or for what the peer says. */
function ingress(peer: object, name = "maintenance"): Change {
  return (victim, { network }) =>
    network.add("aws_vpc_security_group_ingress_rule", name, {
      ...{ security_group_id: refer(victim, "id"), description: "Maintenance" },
      ...{ ip_protocol: "tcp", from_port: 22, to_port: 22 },
      ...peer,
    });
}

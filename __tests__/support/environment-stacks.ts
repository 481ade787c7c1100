import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { Attributes, Synthesis, TerraformType } from "../../testing/synthesis";

/** A resource of one of an environment's stacks, for example `network/aws_lb.public_load_balancer`. */
export interface PlacedResource {
  readonly place: string;
  readonly stack: string;
  readonly attributes: Attributes;
}

/** One security-group rule: who may open connections to, or from, a group. */
export interface Rule {
  readonly direction: "ingress" | "egress";
  /** Group that the rule belongs to. */
  readonly group: string;
  /** The group at the other end, or a CIDR block, or a prefix list. */
  readonly peer: string;
  readonly port: number;
}

/** All stacks of one environment, with references between them resolved. */
export class EnvironmentStacks {
  constructor(
    private readonly environment: string,
    private readonly stacks: readonly Synthesis[],
  ) {}

  /** Everything that Terraform gets, stack by stack. */
  configurations(): Synthesis["configuration"][] {
    return this.stacks.map(({ configuration }) => configuration);
  }

  /** Resources of a type in all stacks. */
  all(type: TerraformType): readonly PlacedResource[] {
    return this.stacks.flatMap((stack) =>
      Object.entries(stack.resources(type)).map(([name, attributes]) => ({
        place: `${this.shortName(stack)}/${type.tfResourceType}.${name}`,
        stack: this.shortName(stack),
        attributes,
      })),
    );
  }

  /** Places that attributes refer to: `${aws_subnet.a.id}` in the network stack → `network/aws_subnet.a`. */
  places(value: unknown, stack: string): string[] {
    const text = JSON.stringify(value) ?? "";
    const remote = [...text.matchAll(/data\.terraform_remote_state\.(\w+)\.outputs\.(\w+)/g)].flatMap(
      ([, other = "", output = ""]) => this.places(this.stack(other).configuration.output?.[output], other),
    );
    const local = [...text.matchAll(/(?<![\w.])(aws_\w+\.\w+)/g)].map(([, address]) => `${stack}/${address}`);
    return [...new Set([...remote, ...local])];
  }

  /** Every rule of every group, inline rules included. */
  rules(): Rule[] {
    const inline = this.all(SecurityGroup).flatMap(({ place, attributes }) =>
      ["ingress", "egress"]
        .filter((direction) => attributes[direction])
        .map((direction) => `${place} ${direction}`),
    );
    if (inline.length > 0) throw new Error(`inline rules: ${inline.join(", ")}`);
    return [
      ...this.all(VpcSecurityGroupIngressRule).map((rule) => this.rule("ingress", rule)),
      ...this.all(VpcSecurityGroupEgressRule).map((rule) => this.rule("egress", rule)),
    ];
  }

  private rule(direction: Rule["direction"], { attributes, stack, place }: PlacedResource): Rule {
    const [group = "nothing"] = this.places(attributes["security_group_id"], stack);
    const { referenced_security_group_id: referenced, from_port: port } = attributes;
    if (typeof port !== "number" || port !== attributes["to_port"]) throw new Error(`${place} opens a range`);
    const [peer = "nothing"] =
      referenced !== undefined
        ? this.places(referenced, stack)
        : [attributes["cidr_ipv4"], attributes["cidr_ipv6"], attributes["prefix_list_id"]].flatMap((other) =>
            typeof other === "string" ? [other] : [],
          );
    return { direction, group, peer, port };
  }

  private stack(shortName: string): Synthesis {
    const found = this.stacks.find((stack) => this.shortName(stack) === shortName);
    if (!found) throw new Error(`${this.environment} has no stack ${shortName}`);
    return found;
  }

  private shortName({ stackName }: Synthesis): string {
    return stackName.slice(this.environment.length + 1);
  }
}

import { SecurityGroup as AwsSecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcSecurityGroupEgressRule } from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { literalText } from "../text/literal-text";

/** One end of an edge: a security group of ours, or one that exists already. */
export interface SecurityGroupPeer {
  /** Word that names the peer in rule ids and descriptions; unique among the peers of a group. */
  readonly peerName: string;
  readonly securityGroupId: string;
}

export interface SecurityGroupProps {
  /** Name of what the group protects, for example `dev-orders`; also the group's name prefix. */
  readonly name: string;
  /** Word that names this group as a peer, for example `orders`. */
  readonly peerName: string;
  readonly vpcId: string;
}

/** Characters AWS takes in rule descriptions. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html */
const reasonPattern = /^[a-zA-Z0-9. _\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

/**
 * A security group that starts closed in both directions and opens one edge at a time, each with the reason why.
 *
 * The rules of an edge are children of the group whose method is called: call it on the group of the stack that is
 * applied later, so that the earlier stack does not depend on it.
 *
 * Creates: a security group without rules; two rules per edge between groups.
 *
 * @example
 * const orders = new SecurityGroup(stack, "Orders", { name: "dev-orders", peerName: "orders", vpcId: network.vpcId });
 * orders.allowFrom(shop.securityGroup, 8080, "Shop places orders");
 */
export class SecurityGroup extends Construct implements SecurityGroupPeer {
  readonly peerName: string;
  readonly securityGroupId: string;
  private readonly ownRules: ITerraformDependable[] = [];

  constructor(scope: Construct, id: string, props: SecurityGroupProps) {
    super(scope, id);
    this.peerName = props.peerName;
    // The name is a prefix and a replacement is created first: a group in use cannot be deleted, and two may not share a name.
    const group = new AwsSecurityGroup(this, "Resource", {
      namePrefix: `${props.name}-`,
      description: `${props.name}: one rule per declared edge`,
      vpcId: props.vpcId,
      tags: { Name: props.name },
      lifecycle: { createBeforeDestroy: true },
    });
    this.securityGroupId = group.id;
  }

  /** Every rule opened so far, for `dependsOn` of what cannot start without. */
  get rules(): readonly ITerraformDependable[] {
    return [...this.ownRules];
  }

  /** Lets the peer open TCP connections to this group: one rule at each end. */
  allowFrom(peer: SecurityGroupPeer, port: number, reason: string): void {
    this.createEdge({ from: peer, to: this, port, reason });
  }

  /** Lets this group open TCP connections to the peer: one rule at each end. */
  allowTo(peer: SecurityGroupPeer, port: number, reason: string): void {
    this.createEdge({ from: this, to: peer, port, reason });
  }

  /** Lets everyone on the internet open TCP connections to this group. Only a public load balancer should need it. */
  allowFromInternet(port: number, reason: string): void {
    this.checkReason(reason);
    const rule = new VpcSecurityGroupIngressRule(this, `FromInternet-on-${port}`, {
      securityGroupId: this.securityGroupId,
      cidrIpv4: "0.0.0.0/0",
      ...tcp(port, reason),
    });
    this.ownRules.push(rule);
  }

  /** Lets this group open TCP connections to an IPv4 block outside the VPC. */
  allowToCidr(cidrBlock: string, port: number, reason: string): void {
    this.createEgress(`To-${cidrBlock}-on-${port}`, { cidrIpv4: cidrBlock }, port, reason);
  }

  /** Lets this group open TCP connections to an AWS-managed prefix list, for example that of a gateway endpoint. */
  allowToPrefixList(listName: string, prefixListId: string, port: number, reason: string): void {
    this.createEgress(`To-${listName}-on-${port}`, { prefixListId }, port, reason);
  }

  private createEgress(
    id: string,
    target: { readonly cidrIpv4: string } | { readonly prefixListId: string },
    port: number,
    reason: string,
  ): void {
    this.checkReason(reason);
    const { securityGroupId } = this;
    const rule = { securityGroupId, ...target, ...tcp(port, reason) };
    this.ownRules.push(new VpcSecurityGroupEgressRule(this, id, rule));
  }

  private createEdge({ from, to, port, reason }: Edge): void {
    this.checkReason(reason);
    const other = from === this ? `To-${to.peerName}` : `From-${from.peerName}`;
    const edge = new Construct(this, `${other}-on-${port}`);
    const rule = tcp(port, reason);
    const egress = new VpcSecurityGroupEgressRule(edge, "Egress", {
      securityGroupId: from.securityGroupId,
      referencedSecurityGroupId: to.securityGroupId,
      ...rule,
    });
    const ingress = new VpcSecurityGroupIngressRule(edge, "Ingress", {
      securityGroupId: to.securityGroupId,
      referencedSecurityGroupId: from.securityGroupId,
      ...rule,
    });
    this.ownRules.push(egress, ingress);
  }

  private checkReason(reason: string): void {
    const problems: Problem[] = [];
    if (!reasonPattern.test(reason)) {
      problems.push({
        where: "reason",
        must: "must be 1 to 255 of the characters AWS takes in a rule description",
        got: formatGiven(reason),
        advice:
          "Say in plain words why the connection is needed, with letters, digits and ._-:/()#,@[]+=&;{}!$*.",
      });
    }
    throwConstructProblems(this.node.path, problems);
  }
}

interface Edge {
  readonly from: SecurityGroupPeer;
  readonly to: SecurityGroupPeer;
  readonly port: number;
  readonly reason: string;
}

function tcp(port: number, reason: string) {
  return { ipProtocol: "tcp", fromPort: port, toPort: port, description: literalText(reason) };
}

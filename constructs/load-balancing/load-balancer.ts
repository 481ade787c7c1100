import { Lb } from "@cdktf/provider-aws/lib/lb";
import { Construct } from "constructs";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven } from "../../problems/problem";
import { SecurityGroup } from "../network/security-group";
import type { AccessLogBucket } from "./access-log-bucket";

/** What public and internal load balancers have in common. */
export interface LoadBalancerSettings {
  /** First part of every name, for example `dev`. */
  readonly name: string;
  readonly vpcId: string;
  /**
   * Whether AWS refuses to delete the load balancer.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Bucket for access logs.
   *
   * @default - no access logs
   */
  readonly accessLogBucket?: AccessLogBucket;
  /**
   * Seconds a connection may stay silent. Applications must keep connections alive for longer.
   *
   * @default 60
   */
  readonly idleTimeoutSeconds?: number;
}

interface LoadBalancerProps extends LoadBalancerSettings {
  readonly kind: "public" | "internal";
  readonly loadBalancerName: string;
  readonly subnetIds: readonly string[];
}

/**
 * An application load balancer with its security group, hardened: invalid headers dropped, desync mitigation on.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-attributes
 */
export class LoadBalancer extends Construct {
  readonly securityGroup: SecurityGroup;
  readonly arn: string;
  readonly arnSuffix: string;
  readonly dnsName: string;
  readonly hostedZoneId: string;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id);
    this.checkSubnets(props.subnetIds);
    this.securityGroup = new SecurityGroup(this, "SecurityGroup", {
      name: props.loadBalancerName,
      peerName: `${props.kind}-load-balancer`,
      vpcId: props.vpcId,
    });
    const balancer = this.createLoadBalancer(props);
    this.arn = balancer.arn;
    this.arnSuffix = balancer.arnSuffix;
    this.dnsName = balancer.dnsName;
    this.hostedZoneId = balancer.zoneId;
  }

  private checkSubnets(subnetIds: readonly string[]): void {
    if (subnetIds.length >= 2) return;
    throwConstructProblems(this.node.path, [
      {
        where: "subnetIds",
        must: "must name subnets in two zones or more, as every application load balancer needs",
        got: formatGiven(subnetIds.length),
        advice: "Give the network two zones.",
      },
    ]);
  }

  private createLoadBalancer(props: LoadBalancerProps): Lb {
    const { accessLogBucket } = props;
    return new Lb(this, "Resource", {
      name: props.loadBalancerName,
      loadBalancerType: "application",
      internal: props.kind === "internal",
      subnets: [...props.subnetIds],
      securityGroups: [this.securityGroup.securityGroupId],
      enableDeletionProtection: props.deletionProtection ?? true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      idleTimeout: props.idleTimeoutSeconds ?? 60,
      accessLogs: accessLogBucket && {
        enabled: true,
        bucket: accessLogBucket.bucketName,
        prefix: props.kind,
      },
      dependsOn: accessLogBucket && [accessLogBucket.policy],
      tags: { Name: props.loadBalancerName },
    });
  }
}

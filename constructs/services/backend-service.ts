import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Construct } from "constructs";
import type { CodeDeployTarget } from "../../contract/delivery-target";
import type { Deployment } from "../../contract/deployment";
import { internalUrl } from "../../limits/resource-names";
import type { InternalLoadBalancerAttributes } from "../load-balancing/internal-load-balancer";
import { notFound } from "../load-balancing/not-found";
import type { SecurityGroup, SecurityGroupPeer } from "../network/security-group";
import type { PolicyStatement } from "../permissions/service-role";
import { createBalancedService, type BalancedServiceSettings } from "./balanced-service";
import type { ContainerService } from "./container-service";
import type { DeployedService } from "./deployed-service";

export interface BackendServiceProps extends BalancedServiceSettings {
  readonly internalLoadBalancer: InternalLoadBalancerAttributes;
  /**
   * Port of this backend's own listener on the internal load balancer; no other backend may have it.
   *
   * @default - `port`
   */
  readonly listenerPort?: number;
}

/** The rule for requests with the test header comes first; the other one never moves, so that the two never trade places. */
const priorities = { testPriority: 1, priority: 10 } as const;

/** A service that opens connections to a backend. */
export interface Caller {
  readonly name: string;
  readonly securityGroup: SecurityGroup;
}

/**
 * A service that only declared callers reach, through its own listener on the internal load balancer.
 *
 * Creates: target group; listener with one rule; DNS name in the private zone; ECS service with task template, roles,
 * security group, logs and autoscaling. Costs: its tasks by the second.
 *
 * @example
 * const orders = new BackendService(stack, "Orders", {
 *   environment: "dev",
 *   name: "orders",
 *   account: "111111111111",
 *   region: "eu-west-1",
 *   cluster,
 *   network,
 *   internalLoadBalancer,
 *   containers: [{ name: "orders" }],
 *   image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:dev",
 *   seedImage: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1",
 *   port: 8080,
 *   healthCheck: { path: "/health" },
 * });
 * orders.allowCallsFrom(shop, "Shop places orders");
 */
export class BackendService extends Construct implements DeployedService {
  readonly name: string;
  readonly securityGroup: SecurityGroup;
  readonly deployment: Deployment;
  readonly codedeploy?: CodeDeployTarget;
  readonly containerPort: number;
  /** Task definition that deploys take as their template. */
  readonly templateArn: string;
  readonly taskRoleArn: string;
  readonly executionRoleArn: string;
  /** What callers call, for example `http://orders.dev.internal:8080`. */
  readonly url: string;
  private readonly service: ContainerService;
  private readonly listenerPort: number;
  private readonly balancerSecurityGroup: SecurityGroupPeer;

  constructor(scope: Construct, id: string, props: BackendServiceProps) {
    super(scope, id);
    const { internalLoadBalancer } = props;
    this.name = props.name;
    this.listenerPort = props.listenerPort ?? props.port;
    this.balancerSecurityGroup = internalLoadBalancer.securityGroup;
    const { service, codedeploy } = createBalancedService(
      this,
      props,
      { ...internalLoadBalancer, listenerArn: this.createListener(internalLoadBalancer).arn },
      [{ id: "Rule", ...priorities, condition: [{ pathPattern: { values: ["/*"] } }] }],
    );
    this.service = service;
    this.codedeploy = codedeploy;
    this.securityGroup = this.service.securityGroup;
    this.deployment = this.service.deployment;
    this.containerPort = props.port;
    this.templateArn = this.service.templateArn;
    this.taskRoleArn = this.service.taskRoleArn;
    this.executionRoleArn = this.service.executionRoleArn;
    this.createName(internalLoadBalancer);
    this.url = internalUrl(this.name, internalLoadBalancer.zoneName, this.listenerPort);
  }

  /** Lets another service call this one, and says why. */
  allowCallsFrom(caller: Caller, reason: string): void {
    caller.securityGroup.allowTo(this.balancerSecurityGroup, this.listenerPort, reason);
  }

  /** Lets the application do something in AWS; say why in `sid`. */
  addToTaskRole(statement: PolicyStatement): void {
    this.service.addToTaskRole(statement);
  }

  private createListener({ loadBalancerArn }: InternalLoadBalancerAttributes): LbListener {
    return new LbListener(this, "Listener", {
      loadBalancerArn,
      port: this.listenerPort,
      protocol: "HTTP",
      routingHttpResponseServerEnabled: false,
      defaultAction: notFound,
    });
  }

  private createName(balancer: InternalLoadBalancerAttributes): void {
    new Route53Record(this, "Name", {
      zoneId: balancer.zoneId,
      name: `${this.name}.${balancer.zoneName}`,
      type: "A",
      alias: { name: balancer.dnsName, zoneId: balancer.hostedZoneId, evaluateTargetHealth: true },
    });
  }
}

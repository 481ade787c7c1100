import { Construct } from "constructs";
import { createHash } from "node:crypto";
import type { CodeDeployTarget } from "../../contract/delivery-target";
import type { Deployment } from "../../contract/deployment";
import type { PublicLoadBalancerAttributes } from "../load-balancing/public-load-balancer";
import type { SecurityGroup } from "../network/security-group";
import type { PolicyStatement } from "../permissions/service-role";
import { literalText } from "../text/literal-text";
import { createBalancedService, type BalancedServiceSettings } from "./balanced-service";
import { checkRoutes } from "./check-routes";
import type { ContainerService } from "./container-service";
import { defaultDeployment } from "./default-deployment";
import type { DeployedService } from "./deployed-service";

/** A condition under which the public load balancer forwards to a frontend. */
export interface Route {
  /** Path pattern, for example `/*`. `*` stands for any characters, `?` for one. */
  readonly path: string;
  /**
   * Host pattern, for example `shop.example.com`.
   *
   * @default - any host
   */
  readonly host?: string;
  /**
   * Order among all routes of the load balancer, 1 to 50000: the lowest that matches wins. Two routes of one load
   * balancer may not share a priority.
   */
  readonly priority: number;
  /**
   * Priority of the rule for requests with the test header of the service's deployment; a lower number than `priority`, which no other rule
   * of the load balancer has.
   *
   * @default - none; needed where `deployment.testHeader` is given
   */
  readonly testPriority?: number;
}

export interface FrontendServiceProps extends BalancedServiceSettings {
  readonly publicLoadBalancer: PublicLoadBalancerAttributes;
  /** Requests that go to this service; at least one. */
  readonly routes: readonly Route[];
}

/**
 * A service that the internet reaches, through the public load balancer only.
 *
 * Creates: target group; listener rule per route; ECS service with task template, roles, security group, logs and
 * autoscaling. Costs: its tasks by the second.
 *
 * @example
 * const shop = new FrontendService(stack, "Shop", {
 *   environment: "dev",
 *   name: "shop",
 *   account: "111111111111",
 *   region: "eu-west-1",
 *   cluster,
 *   network,
 *   publicLoadBalancer,
 *   containers: [{ name: "shop" }],
 *   image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/shop:dev",
 *   seedImage: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1",
 *   port: 8080,
 *   routes: [{ path: "/*", priority: 1000 }],
 * });
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
 */
export class FrontendService extends Construct implements DeployedService {
  readonly name: string;
  readonly securityGroup: SecurityGroup;
  readonly deployment: Deployment;
  readonly codedeploy?: CodeDeployTarget;
  readonly containerPort: number;
  /** Task definition that deploys take as their template. */
  readonly templateArn: string;
  readonly taskRoleArn: string;
  readonly executionRoleArn: string;
  private readonly service: ContainerService;

  constructor(scope: Construct, id: string, props: FrontendServiceProps) {
    super(scope, id);
    checkRoutes(this, props.routes, props.deployment ?? defaultDeployment);
    this.name = props.name;
    const { service, codedeploy } = createBalancedService(
      this,
      props,
      props.publicLoadBalancer,
      props.routes.map((route) => ({ ...route, id: routeId(route), condition: routeConditions(route) })),
    );
    this.service = service;
    this.codedeploy = codedeploy;
    this.securityGroup = this.service.securityGroup;
    this.deployment = this.service.deployment;
    this.containerPort = props.port;
    this.templateArn = this.service.templateArn;
    this.taskRoleArn = this.service.taskRoleArn;
    this.executionRoleArn = this.service.executionRoleArn;
  }

  /** Lets the application do something in AWS; say why in `sid`. */
  addToTaskRole(statement: PolicyStatement): void {
    this.service.addToTaskRole(statement);
  }
}

function routeConditions({ host, path }: Route) {
  const pathPattern = { values: [literalText(path)] };
  return host === undefined
    ? [{ pathPattern }]
    : [{ hostHeader: { values: [literalText(host)] } }, { pathPattern }];
}

/** Readable and unique: two routes may differ only in characters that addresses cannot hold. */
function routeId({ path, host }: Route): string {
  const words = `${host ?? ""}${path}`.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  const fingerprint = createHash("sha256")
    .update(`${host ?? ""} ${path}`)
    .digest("hex")
    .slice(0, 4);
  return `Route-${words === "" ? "any" : words}-${fingerprint}`;
}

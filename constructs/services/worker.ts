import { Construct } from "constructs";
import type { Deployment } from "../../contract/deployment";
import type { SecurityGroup } from "../network/security-group";
import type { PolicyStatement } from "../permissions/service-role";
import { ContainerService } from "./container-service";
import type { ContainerServiceSettings } from "./container-service-settings";
import type { DeployedService } from "./deployed-service";

export type WorkerProps = ContainerServiceSettings;

/**
 * A service that nobody reaches: it fetches its work itself, for example from a queue.
 *
 * Creates: ECS service with task template, roles, security group, logs and autoscaling. Costs: its tasks by the second.
 *
 * @example
 * const mailer = new Worker(stack, "Mailer", {
 *   environment: "dev",
 *   name: "mailer",
 *   account: "111111111111",
 *   region: "eu-west-1",
 *   cluster,
 *   network,
 *   containers: [{ name: "mailer" }],
 *   image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/mailer:dev",
 *   seedImage: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/seed:1",
 * });
 */
export class Worker extends Construct implements DeployedService {
  readonly name: string;
  readonly securityGroup: SecurityGroup;
  readonly deployment: Deployment;
  /** Task definition that deploys take as their template. */
  readonly templateArn: string;
  readonly taskRoleArn: string;
  readonly executionRoleArn: string;
  private readonly service: ContainerService;

  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id);
    this.service = new ContainerService(this, "Resource", props);
    this.name = props.name;
    this.securityGroup = this.service.securityGroup;
    this.deployment = this.service.deployment;
    this.templateArn = this.service.templateArn;
    this.taskRoleArn = this.service.taskRoleArn;
    this.executionRoleArn = this.service.executionRoleArn;
  }

  /** Lets the application do something in AWS; say why in `sid`. */
  addToTaskRole(statement: PolicyStatement): void {
    this.service.addToTaskRole(statement);
  }
}

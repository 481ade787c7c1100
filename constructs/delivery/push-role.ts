import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Deployer } from "../../contract/deployer";
import { pushRoleName } from "../../limits/resource-names";
import { TrustedRole } from "../permissions/trusted-role";
import { checkDeployers } from "./check-deployers";
import { deployerTrust } from "./deployer-trust";

export interface PushRoleProps {
  /** Name of the service. */
  readonly service: string;
  /** Account of the repository: the tooling account, 12 digits. */
  readonly account: string;
  readonly repositoryArn: string;
  /** Who may have the role: the service's deployers of all environments, at least one. */
  readonly deployers: readonly Deployer[];
  /**
   * The OIDC providers of the deployers, where this stack makes them.
   *
   * @default - they are there
   */
  readonly oidcProviders?: readonly ITerraformDependable[];
}

/**
 * The role that pushes images of one service: `<service>-push`, in the tooling account.
 *
 * Creates: a role that may push to this repository, read what it pushed, and log in to the registry.
 *
 * @example
 * new PushRole(stack, "OrdersPush", {
 *   service: "orders",
 *   account: "999999999999",
 *   repositoryArn: "arn:aws:ecr:eu-west-1:999999999999:repository/orders",
 *   deployers: [{ from: "gitlab", host: "gitlab.com", project: "shop/orders", ref: { branch: "main" } }],
 * });
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html
 */
export class PushRole extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: PushRoleProps) {
    super(scope, id);
    const { service, account, repositoryArn, deployers } = props;
    checkDeployers(this, deployers);
    this.arn = new TrustedRole(this, {
      name: pushRoleName(service),
      description: `Pushes images of ${service}`,
      trust: deployerTrust(deployers, account),
      after: props.oidcProviders,
      statements: [
        {
          sid: "LogInToRegistry",
          // AWS knows no resource here.
          actions: ["ecr:GetAuthorizationToken"],
          resources: ["*"],
        },
        {
          sid: "PushImages",
          actions: [
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:CompleteLayerUpload",
            "ecr:DescribeImages",
            "ecr:GetDownloadUrlForLayer",
            "ecr:InitiateLayerUpload",
            "ecr:PutImage",
            "ecr:UploadLayerPart",
          ],
          resources: [repositoryArn],
        },
      ],
    }).arn;
  }
}

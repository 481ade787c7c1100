import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AllowedActions } from "../../contract/deploy-permission";
import { deployStatements } from "../../contract/deploy-permissions";
import type { Deployer } from "../../contract/deployer";
import { sessionSeconds } from "../../contract/session-seconds";
import { deployRoleName } from "../../limits/resource-names";
import type { PolicyStatement } from "../permissions/policy-statement";
import { TrustedRole } from "../permissions/trusted-role";
import { checkDeployers } from "./check-deployers";
import { deployerTrust } from "./deployer-trust";

export interface DeployRoleProps {
  /** What the role may deploy, and nothing else. */
  readonly target: DeliveryTarget;
  /**
   * Who may have the role. The account's OIDC providers for them must be there.
   *
   * @default - whoever this account's administrators allow `sts:AssumeRole` on it: nobody outside, and nobody without a policy of their own
   */
  readonly deployers?: readonly Deployer[];
}

/**
 * The role that deploys one service in one environment: `<environment>-<service>-deploy`.
 *
 * Creates: a role with the permissions of `contract/deploy-permission-table.ts`.
 *
 * @see docs/deploy-permissions.md
 */
export class DeployRole extends Construct {
  readonly arn: string;
  /** What users of the role wait for: without its policy it may do nothing. */
  readonly policies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { target, deployers = [] }: DeployRoleProps) {
    super(scope, id);
    checkDeployers(this, deployers);
    const role = new TrustedRole(this, {
      name: deployRoleName(target.environment, target.service),
      description: `Deploys ${target.service} in ${target.environment}`,
      trust: deployers.length > 0 ? deployerTrust(deployers, target.account) : [accountTrust(target.account)],
      statements: deployStatements(target).map(asPolicyStatement),
      maxSessionSeconds: sessionSeconds(target.shiftMinutes ?? 0),
    });
    this.arn = role.arn;
    this.policies = role.policies;
  }
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
function accountTrust(account: string): PolicyStatement {
  return {
    actions: ["sts:AssumeRole"],
    principals: [{ type: "AWS", identifiers: [`arn:aws:iam::${account}:root`] }],
  };
}

function asPolicyStatement({ sid, actions, resources, conditions }: AllowedActions): PolicyStatement {
  return {
    sid,
    actions: [...actions],
    resources: [...resources],
    condition:
      conditions.length > 0
        ? conditions.map(({ values, ...condition }) => ({ ...condition, values: [...values] }))
        : undefined,
  };
}

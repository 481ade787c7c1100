import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { PolicyStatement } from "./policy-statement";
import { TrustedRole } from "./trusted-role";

export type { PolicyStatement } from "./policy-statement";

export interface ServiceRoleProps {
  /** Name of the role, 64 characters at most. */
  readonly name: string;
  readonly description: string;
  /** AWS service that may assume the role, for example `ecs-tasks.amazonaws.com`. */
  readonly servicePrincipal: string;
  /**
   * Account whose resources the service must act for; closes the confused-deputy gap.
   *
   * @default - any: for services that say for whom they act by `iam:PassRole` only
   */
  readonly account?: string;
  /**
   * What the role may do.
   *
   * @default - nothing; add statements with `addStatement`
   */
  readonly statements?: readonly PolicyStatement[];
}

/**
 * An IAM role that one AWS service assumes for one account.
 *
 * Creates: a role; a policy as soon as there is a statement.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export class ServiceRole extends Construct {
  readonly arn: string;
  /** Name as a reference: what uses it waits for the role. */
  readonly name: string;
  private readonly role: TrustedRole;

  constructor(scope: Construct, id: string, { servicePrincipal, account, ...props }: ServiceRoleProps) {
    super(scope, id);
    this.role = new TrustedRole(this, {
      ...props,
      trust: [serviceTrust(servicePrincipal, account)],
    });
    this.arn = this.role.arn;
    this.name = this.role.name;
  }

  /** Adds a statement to the role's one policy. */
  addStatement(statement: PolicyStatement): void {
    this.role.addStatement(statement);
  }

  /** What a user of the role waits for: without its policy the role may do nothing. */
  get policies(): readonly ITerraformDependable[] {
    return this.role.policies;
  }
}

function serviceTrust(servicePrincipal: string, account: string | undefined): PolicyStatement {
  return {
    actions: ["sts:AssumeRole"],
    principals: [{ type: "Service", identifiers: [servicePrincipal] }],
    condition:
      account === undefined
        ? undefined
        : [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
  };
}

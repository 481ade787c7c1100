import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { PolicyStatement } from "./policy-statement";

export interface TrustedRoleProps {
  /** Name of the role, 64 characters at most. */
  readonly name: string;
  readonly description: string;
  /** Who may assume the role, and when. */
  readonly trust: readonly PolicyStatement[];
  /**
   * What the role may do.
   *
   * @default - nothing; add statements with `addStatement`
   */
  readonly statements?: readonly PolicyStatement[];
  /**
   * Longest time that who assumes the role may have it without asking again, in seconds, 3600 to 43200.
   *
   * @default 3600
   */
  readonly maxSessionSeconds?: number;
  /**
   * What must be there before: IAM refuses a role whose trust names what is not.
   *
   * @default - nothing
   */
  readonly after?: readonly ITerraformDependable[];
}

/**
 * What constructs of roles have in common: an IAM role with what it trusts and what it may do, each a policy document that reads line by
 * line. Its parts are children of the construct that it is made for.
 *
 * Creates: a role; a policy as soon as there is a statement.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
 */
export class TrustedRole {
  readonly arn: string;
  /** Name as a reference: what uses it waits for the role. */
  readonly name: string;
  private readonly statements: PolicyStatement[] = [];
  private document?: DataAwsIamPolicyDocument;
  private policy?: IamRolePolicy;

  constructor(
    private readonly scope: Construct,
    props: TrustedRoleProps,
  ) {
    const trust = new DataAwsIamPolicyDocument(scope, "Trust", { statement: [...props.trust] });
    const role = new IamRole(scope, "Resource", {
      name: props.name,
      description: props.description,
      assumeRolePolicy: trust.json,
      maxSessionDuration: props.maxSessionSeconds,
      dependsOn: props.after && [...props.after],
    });
    this.arn = role.arn;
    this.name = role.name;
    props.statements?.forEach((statement) => this.addStatement(statement));
  }

  /** Adds a statement to the role's one policy. */
  addStatement(statement: PolicyStatement): void {
    this.statements.push(statement);
    if (this.document) {
      this.document.putStatement([...this.statements]);
      return;
    }
    this.document = new DataAwsIamPolicyDocument(this.scope, "PolicyDocument", {
      statement: [...this.statements],
    });
    this.policy = new IamRolePolicy(this.scope, "Policy", {
      name: "policy",
      role: this.name,
      policy: this.document.json,
    });
  }

  /** What a user of the role waits for: without its policy the role may do nothing. */
  get policies(): readonly ITerraformDependable[] {
    return this.policy ? [this.policy] : [];
  }
}

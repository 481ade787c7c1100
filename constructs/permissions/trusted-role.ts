import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
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
 * An IAM role with what it trusts and what it may do, each a policy document that reads line by line.
 *
 * Creates: a role; a policy as soon as there is a statement.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
 */
export class TrustedRole extends Construct {
  readonly arn: string;
  /** Name as a reference: what uses it waits for the role. */
  readonly name: string;
  private readonly statements: PolicyStatement[] = [];
  private document?: DataAwsIamPolicyDocument;
  private policy?: IamRolePolicy;

  constructor(scope: Construct, id: string, props: TrustedRoleProps) {
    super(scope, id);
    const trust = new DataAwsIamPolicyDocument(this, "Trust", { statement: [...props.trust] });
    const role = new IamRole(this, "Resource", {
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
    this.document = new DataAwsIamPolicyDocument(this, "PolicyDocument", { statement: [...this.statements] });
    this.policy = new IamRolePolicy(this, "Policy", {
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

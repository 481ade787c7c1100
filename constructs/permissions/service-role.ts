import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";

/** A statement of an IAM policy, as the provider's `aws_iam_policy_document` takes it. */
export type PolicyStatement = DataAwsIamPolicyDocumentStatement;

export interface ServiceRoleProps {
  /** Name of the role, 64 characters at most. */
  readonly name: string;
  readonly description: string;
  /** AWS service that may assume the role, for example `ecs-tasks.amazonaws.com`. */
  readonly servicePrincipal: string;
  /** Account whose resources the service must act for; closes the confused-deputy gap. */
  readonly account: string;
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
  private readonly statements: PolicyStatement[] = [];
  private document?: DataAwsIamPolicyDocument;
  private policy?: IamRolePolicy;

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const role = new IamRole(this, "Resource", {
      name: props.name,
      description: props.description,
      assumeRolePolicy: this.createTrust(props).json,
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

  private createTrust({ servicePrincipal, account }: ServiceRoleProps): DataAwsIamPolicyDocument {
    return new DataAwsIamPolicyDocument(this, "Trust", {
      statement: [
        {
          actions: ["sts:AssumeRole"],
          principals: [{ type: "Service", identifiers: [servicePrincipal] }],
          condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
        },
      ],
    });
  }
}

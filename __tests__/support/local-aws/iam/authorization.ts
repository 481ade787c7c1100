import { AwsError } from "../protocol/aws-error";
import { type Region } from "../region";
import { type Caller } from "./caller";
import { checksOf } from "./checks";
import { type Input } from "./needs";
import { allowing, type Statement } from "./policy";

interface Policy {
  readonly statements: readonly Statement[];
  readonly used: Set<Statement>;
}

/** What callers may do: everything, unless a policy was set for their role or account. */
export class Authorization {
  private readonly policies = new Map<string, Policy>();

  /** @param principal ARN of a role, or an account for all callers of it without a policy of their own */
  enforce(principal: string, statements: readonly Statement[]): void {
    this.policies.set(principal, { statements, used: new Set() });
  }

  /** Statements that allowed nothing yet. */
  unused(principal: string): readonly Statement[] {
    const { statements = [], used } = this.policies.get(principal) ?? {};
    return statements.filter((statement) => !used?.has(statement));
  }

  /** @throws AwsError when the caller may not */
  authorize(operation: string, { account, arn, roleArn }: Caller, region: Region, input: Input): void {
    const policy = this.policies.get(roleArn ?? "") ?? this.policies.get(account);
    if (!policy) return;
    for (const check of checksOf(operation, region, input)) {
      const statement = allowing(policy.statements, check);
      if (!statement) throw denied(operation, arn, check);
      policy.used.add(statement);
    }
  }
}

/** Services of the Query protocol, and CloudWatch, have the older name of the error. */
const olderName = ["elasticloadbalancing", "cloudwatch", "sts"];

function denied(
  operation: string,
  arn: string,
  check: { readonly action: string; readonly resource: string },
): AwsError {
  const { action, resource } = check;
  const [service = ""] = operation.split(":");
  const isOlder = olderName.includes(service);
  return new AwsError(
    isOlder ? "AccessDenied" : "AccessDeniedException",
    `User: ${arn} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    isOlder ? 403 : 400,
  );
}

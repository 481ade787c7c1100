import { ConfigError } from "../../problems/config-error";
import { type Problem } from "../../problems/problem";
import { allowedAccounts, type Stack } from "../stacks/stack";

export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/**
 * Checks that the credentials belong to the account of every stack, before anything runs.
 *
 * @throws ConfigError that names every stack that does not fit, or why there are no credentials.
 */
export async function checkAccounts(
  stacks: readonly Stack[],
  callerIdentity: () => Promise<CallerIdentity>,
): Promise<void> {
  const bound = stacks.filter((stack) => allowedAccounts(stack).length > 0);
  if (bound.length === 0) return;
  const caller = await callerIdentity().catch((error: unknown) => {
    throw new ConfigError("account", [noCredentials(error, bound)]);
  });
  const problems = bound
    .filter((stack) => !allowedAccounts(stack).includes(caller.account))
    .map((stack) => wrongAccount(stack, caller));
  if (problems.length > 0) throw new ConfigError("account", problems);
}

function wrongAccount(stack: Stack, { account, arn }: CallerIdentity): Problem {
  return {
    where: stack.name,
    must: `must run in account ${allowedAccounts(stack).join(" or ")}`,
    got: `credentials of ${account} (${arn})`,
    advice:
      "Name the profile of that account by --profile <name> or AWS_PROFILE, or select only the stacks of one account.",
  };
}

function noCredentials(error: unknown, stacks: readonly Stack[]): Problem {
  const accounts = [...new Set(stacks.flatMap(allowedAccounts))];
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const isExpired = /expired|sso session/i.test(said);
  return {
    where: "credentials",
    must: `must belong to account ${accounts.join(", ")}`,
    got: said.replace(/\.$/, ""),
    advice: isExpired
      ? "Sign in again: aws sso login --profile <name>."
      : "Sign in (aws sso login --profile <name>) and name the profile by --profile <name> or AWS_PROFILE; --offline needs no account.",
  };
}

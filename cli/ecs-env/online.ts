import { checkAccounts } from "../../terraform/account/check-accounts";
import { onlineWorkplace } from "../../terraform/flow/workplace";
import { regions, type Stack } from "../../terraform/stacks/stack";
import { callerIdentity } from "./caller-identity";
import { type Place } from "./place";

/**
 * Terraform's ordinary flow, after a look at whose credentials there are.
 *
 * @throws ConfigError when they do not fit.
 */
export async function online(
  runFolder: string,
  selected: readonly Stack[],
  profile: string | undefined,
): Promise<Place> {
  const region = selected.flatMap(regions)[0] ?? "us-east-1";
  await checkAccounts(selected, () => callerIdentity(region, profile));
  return {
    workplace: onlineWorkplace(runFolder),
    env: {},
    assumptions: () => [],
    leave: async () => undefined,
  };
}

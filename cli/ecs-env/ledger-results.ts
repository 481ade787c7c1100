import { environmentOf } from "../../terraform/stacks/select-stacks";
import { type EnvironmentFiles } from "../../verify/estate/estate";
import { resultsOf } from "../../verify/findings/results-of";
import { type RuleResult } from "../../verify/findings/run-rules";
import { checkLedger } from "../../verify/ledger/check-ledger";
import { readLedger } from "../../verify/ledger/ledger-folder";
import { ledgerRules } from "../../verify/ledger/ledger-rules";

/**
 * What the ledger in a folder says of the environments that are looked at.
 *
 * @param isWhole whether those are all of them: then a stack of the ledger that is not there is gone
 */
export function ledgerResults(
  folder: string,
  environments: readonly EnvironmentFiles[],
  isWhole: boolean,
): readonly RuleResult[] {
  const names = environments.map(({ name }) => name);
  const own = [...readLedger(folder)].filter(([stack]) => isWhole || names.includes(environmentOf(stack)));
  const ledger = new Map(own);
  const findings = checkLedger(
    environments.flatMap(({ stacks }) => stacks),
    ledger,
  );
  return resultsOf(Object.values(ledgerRules), names, findings);
}

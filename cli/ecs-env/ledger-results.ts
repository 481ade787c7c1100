import { environmentOf } from "../../terraform/stacks/select-stacks";
import { type EnvironmentFiles } from "../../verify/estate/estate";
import { resultsOf } from "../../verify/findings/results-of";
import { type RuleResult } from "../../verify/findings/run-rules";
import { checkLedger } from "../../verify/ledger/check-ledger";
import { readLedger } from "../../verify/ledger/ledger-folder";
import { ledgerRules } from "../../verify/ledger/ledger-rules";

/** What the ledger in a folder says of the environments that are looked at. */
export function ledgerResults(
  folder: string,
  environments: readonly EnvironmentFiles[],
): readonly RuleResult[] {
  const names = environments.map(({ name }) => name);
  const ledger = new Map([...readLedger(folder)].filter(([stack]) => names.includes(environmentOf(stack))));
  const findings = checkLedger(
    environments.flatMap(({ stacks }) => stacks),
    ledger,
  );
  return resultsOf(Object.values(ledgerRules), names, findings);
}

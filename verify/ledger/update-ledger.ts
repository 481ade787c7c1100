import { ConfigError } from "../../problems/config-error";
import { type Problem } from "../../problems/problem";
import { type StackFiles } from "../estate/stack-files";
import { problemOf, together, unpermitted } from "./check-ledger";
import { addressesOf, Fates } from "./fate";
import { type Ledger, sorted, type StackLedger } from "./ledger";
import { ledgerRules } from "./ledger-rules";

/**
 * The ledger of the stacks as they are now: with what is new, without what was moved or may go. Entries stay, so that the ledger
 * before the change can be compared with it.
 *
 * @throws ConfigError with everything that may not go; then nothing is to be written.
 */
export function updateLedger(
  stacks: readonly StackFiles[],
  ledger: Ledger,
  base: Ledger = new Map(),
): Ledger {
  const known = together(ledger, base);
  const present = new Set(stacks.map(({ name }) => name));
  const gone = [...known.values()].filter(({ stack }) => !present.has(stack));
  const problems = [
    ...stacks.flatMap((stack) => lost(stack, known.get(stack.name))),
    ...gone.flatMap(lostStack),
  ];
  if (problems.length > 0) throw new ConfigError("addresses", problems);
  const updated: readonly StackLedger[] = [
    ...stacks.map((stack) => ({
      stack: stack.name,
      addresses: sorted(addressesOf(stack)),
      permits: known.get(stack.name)?.permits ?? [],
    })),
    ...gone.filter(({ permits }) => permits.length > 0).map((one) => ({ ...one, addresses: [] })),
  ];
  return new Map(updated.map((one) => [one.stack, one]));
}

function lost(stack: StackFiles, known: StackLedger | undefined): readonly Problem[] {
  if (known === undefined) return [];
  const fates = new Fates(stack, known);
  return known.addresses.flatMap((address) => {
    const problem = problemOf(fates.of(address));
    if (problem === undefined) return [];
    const { rule, must, got } = problem;
    return [{ where: `${stack.name}/${address}`, must, got, advice: ledgerRules[rule].fix }];
  });
}

function lostStack(known: StackLedger): readonly Problem[] {
  const where = (address: string) => `${known.stack}/${address}`;
  const { fix } = ledgerRules["stack-gone"];
  return unpermitted(known).map((address) => ({
    where: where(address),
    must: "must be in a stack that exists",
    got: "no such stack",
    advice: fix,
  }));
}

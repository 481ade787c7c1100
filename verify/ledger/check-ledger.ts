import { environmentOf } from "../../terraform/stacks/select-stacks";
import { type StackFiles } from "../estate/stack-files";
import { type Finding } from "../findings/finding";
import { type RuleProblem } from "../rules/rule";
import { addressesOf, type Fate, Fates } from "./fate";
import { isAbout, type Ledger, sorted, type StackLedger } from "./ledger";
import { type LedgerRule, ledgerRules } from "./ledger-rules";

/**
 * What is wrong between the stacks, all of them, and the ledger of their addresses.
 *
 * @param base the ledger before the change, if there is one: a line that somebody deleted is still known from it
 */
export function checkLedger(
  stacks: readonly StackFiles[],
  ledger: Ledger,
  base: Ledger = new Map(),
): readonly Finding[] {
  const known = together(ledger, base);
  const present = new Set(stacks.map(({ name }) => name));
  return [
    ...stacks.flatMap((stack) => {
      const own = known.get(stack.name);
      return own ? checkStack(stack, own, ledger.get(stack.name)) : [withoutLedger(stack.name)];
    }),
    ...[...known.values()].filter(({ stack }) => !present.has(stack)).flatMap(checkGone),
  ];
}

/** What either ledger knows; only the present one permits anything. */
export function together(ledger: Ledger, base: Ledger): Ledger {
  const stacks = sorted([...ledger.keys(), ...base.keys()]);
  return new Map(
    stacks.map((stack) => {
      const { addresses = [], permits = [] } = ledger.get(stack) ?? {};
      const before = base.get(stack)?.addresses ?? [];
      return [stack, { stack, addresses: sorted([...addresses, ...before]), permits }];
    }),
  );
}

/** What is wrong with an address of which this becomes; undefined when nothing is. */
export function problemOf(fate: Fate): (RuleProblem & { readonly rule: LedgerRule }) | undefined {
  switch (fate.kind) {
    case "gone":
      return {
        rule: "address-gone",
        must: "must exist, or be moved or removed on purpose",
        got: fate.renamed === undefined ? "nothing" : `nothing, and a new ${fate.renamed}`,
      };
    case "moved-nowhere":
      return {
        rule: "address-moved-nowhere",
        must: "must be moved to something that exists",
        got: `a moved block to ${fate.to}`,
      };
    case "type-changed":
      return { rule: "address-type-changed", must: "must keep its type", got: fate.to };
    default:
      return undefined;
  }
}

/** Addresses of a stack that is gone for which there is no entry. */
export function unpermitted({ addresses, permits }: StackLedger): readonly string[] {
  return addresses.filter((address) => !permits.some((permit) => isAbout(permit, address)));
}

function checkStack(stack: StackFiles, known: StackLedger, own: StackLedger | undefined): Finding[] {
  const fates = new Fates(stack, known);
  const listed = new Set(own?.addresses);
  const unlisted = addressesOf(stack).filter((address) => !listed.has(address));
  return [
    ...known.addresses.flatMap((address) => {
      const problem = problemOf(fates.of(address));
      return problem ? [finding(problem.rule, stack.name, problem, address)] : [];
    }),
    ...known.permits
      .filter((permit) => fates.isStillThere(permit))
      .map(({ address, date }) => {
        const got = `an entry of ${date} for what exists`;
        return finding("ledger-entry-unused", stack.name, { must: "must be gone", got }, address);
      }),
    ...(unlisted.length > 0
      ? [finding("ledger-outdated", stack.name, { must: "must list every address", got: missing(unlisted) })]
      : []),
  ];
}

function checkGone(known: StackLedger): Finding[] {
  const left = unpermitted(known);
  const got = `no stack, and ${left.length} ${left.length === 1 ? "address" : "addresses"} without an entry`;
  return left.length > 0 ? [finding("stack-gone", known.stack, { must: "must exist", got })] : [];
}

function withoutLedger(stack: string): Finding {
  return finding("ledger-missing", stack, { must: "must have a ledger of its addresses", got: "none" });
}

/** As many as a line holds. */
function missing(unlisted: readonly string[]): string {
  const shown = unlisted.slice(0, 3).join(", ");
  return `a ledger without ${shown}${unlisted.length > 3 ? ` and ${unlisted.length - 3} more` : ""}`;
}

function finding(rule: LedgerRule, stack: string, problem: RuleProblem, address?: string): Finding {
  const { id, severity, fix } = ledgerRules[rule];
  return {
    rule: id,
    severity,
    environment: environmentOf(stack),
    place: address === undefined ? stack : `${stack}/${address}`,
    must: problem.must,
    got: problem.got,
    advice: problem.advice ?? fix,
  };
}

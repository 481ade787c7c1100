import { type RuleDescription } from "../rules/rule";

const refactoring = "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring";
const removing = "https://developer.hashicorp.com/terraform/language/state/remove";

const destroys =
  "Terraform knows what exists by its address: it destroys what has none any more and creates the new one beside it.";

/** What the ledger of addresses asks for, by what it found. */
export const ledgerRules = {
  "address-gone": {
    id: "address-gone",
    title: "An address goes only with a word about it",
    severity: "error",
    controls: [],
    page: removing,
    why: destroys,
    fix: "Renamed: add a `moved` block. Given up: a `removed` block, or an entry `- address  # why (day)` in `addresses/<stack>.txt`, where `*` stands for any part.",
  },
  "address-moved-nowhere": {
    id: "address-moved-nowhere",
    title: "A moved block ends at something that exists",
    severity: "error",
    controls: [],
    page: refactoring,
    why: "Terraform first moves the object to the new address and then destroys it, because nothing is written there.",
    fix: "Write the address of a resource of this stack as `to`.",
  },
  "address-type-changed": {
    id: "address-type-changed",
    title: "A resource keeps its type",
    severity: "error",
    controls: [],
    page: "https://developer.hashicorp.com/terraform/language/import",
    why: "Terraform cannot move an object to another type: it destroys the old one and creates another.",
    fix: "Keep the object: a `removed` block with `destroy = false` for the old address, an `import` block for the new one.",
  },
  "stack-gone": {
    id: "stack-gone",
    title: "A stack goes only when all it held may go",
    severity: "error",
    controls: [],
    page: "https://developer.hashicorp.com/terraform/cli/commands/state/mv",
    why: "What it held stays in AWS, and in a state that nobody applies any more.",
    fix: "Renamed: move its state and rename its ledger. Given up: destroy it, then write an entry for each address.",
  },
  "ledger-outdated": {
    id: "ledger-outdated",
    title: "The ledger lists every address",
    severity: "error",
    controls: [],
    page: refactoring,
    why: "An address that is not listed is not missed when it goes.",
    fix: "Run `ecs-env ledger --write` and commit the result.",
  },
  "ledger-missing": {
    id: "ledger-missing",
    title: "A stack has a ledger of its addresses",
    severity: "warning",
    controls: [],
    page: refactoring,
    why: "Without one, a renamed or removed resource is first seen in a plan.",
    fix: "Run `ecs-env ledger --write` and commit the result.",
  },
  "ledger-entry-unused": {
    id: "ledger-entry-unused",
    title: "An entry is for an address that is gone",
    severity: "warning",
    controls: [],
    page: removing,
    why: "It would let the resource go later without another word.",
    fix: "Remove the entry, or the resource.",
  },
} as const satisfies Readonly<Record<string, RuleDescription>>;

export type LedgerRule = keyof typeof ledgerRules;

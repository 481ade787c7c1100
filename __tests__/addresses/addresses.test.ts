import { join } from "node:path";
import { type StackFiles } from "../../verify/estate/stack-files";
import { checkLedger } from "../../verify/ledger/check-ledger";
import { readLedger, writeLedger } from "../../verify/ledger/ledger-folder";
import { updateLedger } from "../../verify/ledger/update-ledger";
import { repository } from "../support/run-command";
import { verifiedEstate } from "../support/verified";

/**
 * The addresses of all stacks, as a contract: an address that goes away destroys what it named, unless a `moved` block
 * ships with the change.
 */
const folder = join(repository, "addresses");
const stacks: readonly StackFiles[] = verifiedEstate().environments.flatMap(
  (environment) => environment.stacks,
);

describe('Addresses ("npm run addresses" accepts what is new)', () => {
  test("are the known ones", () => {
    if (process.env["UPDATE_ADDRESSES"] !== undefined)
      writeLedger(folder, updateLedger(stacks, readLedger(folder)));
    expect(checkLedger(stacks, readLedger(folder))).toEqual([]);
  });
});

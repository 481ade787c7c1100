import { join } from "node:path";
import { type StackFiles } from "../../verify/estate/stack-files";
import { checkLedger } from "../../verify/ledger/check-ledger";
import { ledgerFolder, readLedger } from "../../verify/ledger/ledger-folder";
import { repository } from "../support/run-command";
import { verifiedEstate } from "../support/verified";

/**
 * The addresses of all stacks, as a contract: an address that goes away destroys what it named, unless a `moved` block
 * ships with the change.
 */
const stacks: readonly StackFiles[] = verifiedEstate().environments.flatMap(
  (environment) => environment.stacks,
);

describe('Addresses ("npm run addresses" accepts what is new)', () => {
  test("are the known ones", () => {
    expect(checkLedger(stacks, readLedger(join(repository, ledgerFolder)))).toEqual([]);
  });
});

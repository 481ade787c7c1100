import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { estate } from "../../environments";
import { addEnvironment } from "../../stacks/build-app";
import { DeliveryStack } from "../../stacks/delivery-stack";
import { synthesizeApp } from "../../testing/synthesize";

/**
 * The addresses of all our stacks, as a contract: an address that goes away destroys what it named, unless a `moved`
 * block ships with the change. To accept a change: UPDATE_ADDRESSES=1 npx jest addresses
 */
const stacks = synthesizeApp((app) => {
  new DeliveryStack(app, estate);
  for (const environment of estate.environments) addEnvironment(app, environment);
});

describe("addresses", () => {
  test.each(stacks.map((stack) => [stack.stackName, stack] as const))(
    "of %s are the known ones",
    (name, stack) => {
      const file = join(__dirname, `${name}.txt`);
      const actual = stack.addresses();
      if (process.env["UPDATE_ADDRESSES"]) writeFileSync(file, `${actual.join("\n")}\n`);
      const known = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
      expect(actual).toEqual(known);
    },
  );
});

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { estate } from "../../environments";
import { addEnvironment } from "../../stacks/build-app";
import { DeliveryStack } from "../../stacks/delivery-stack";
import { synthesizeApp } from "../../testing/synthesize";

/**
 * The addresses of all stacks, as a contract: an address that goes away destroys what it named, unless a `moved` block
 * ships with the change.
 */
const stacks = synthesizeApp((app) => {
  new DeliveryStack(app, estate);
  for (const environment of estate.environments) addEnvironment(app, environment);
});

const isUpdate = process.env["UPDATE_ADDRESSES"] !== undefined;

describe('Addresses ("npm run addresses" accepts a change)', () => {
  test.each(stacks.map((stack) => [stack.stackName, stack] as const))(
    "of %s are the known ones",
    (name, stack) => {
      const file = join(__dirname, `${name}.txt`);
      const actual = stack.addresses();
      if (isUpdate) writeFileSync(file, `${actual.join("\n")}\n`);
      const known = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
      expect(actual).toEqual(known);
    },
  );

  test("are kept for no stack that is gone", () => {
    const names = stacks.map(({ stackName }) => `${stackName}.txt`);
    const stale = readdirSync(__dirname).filter((name) => name.endsWith(".txt") && !names.includes(name));
    if (isUpdate) for (const name of stale.splice(0)) rmSync(join(__dirname, name));
    expect(stale).toEqual([]);
  });
});

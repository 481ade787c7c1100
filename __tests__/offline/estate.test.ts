import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OfflineAccount } from "../support/offline-account";
import { writeEstate } from "../support/offline-estate";
import { shopEstate } from "../support/shop";
import { describeWithTerraform } from "../support/terraform";

const estate = shopEstate();
const owners = [estate.tooling, ...estate.environments].map((owner) => ({
  name: "name" in owner ? owner.name : "tooling",
  account: owner.account,
}));

/** What may stay after everything was destroyed, because AWS or the library keeps it on purpose. */
const kept = ["aws_db_snapshot", "aws_ecs_task_definition"];

describeWithTerraform("The stacks that this repository ships", () => {
  let account: OfflineAccount;
  let stacks: readonly string[];
  beforeAll(async () => {
    account = await OfflineAccount.start();
    stacks = writeEstate(account, estate);
  });
  afterAll(() => account.stop());

  describe.each(owners)("of $name", ({ name, account: id }) => {
    const own = () => stacks.filter((stack) => stack.startsWith(`${name}-`));

    test("are valid", async () => {
      for (const stack of own()) {
        expect(await account.terraform(stack, "validate", "-no-color")).toMatchObject({ status: 0 });
      }
    });

    test("can be applied, one after the other", async () => {
      const start = Date.now();
      for (const stack of own()) await account.apply(stack);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      const resources = Object.keys(account.existing(id)).length;
      process.stdout.write(`${name}: ${resources} resources exist after ${seconds} s of apply\n`);
      expect(resources).toBeGreaterThan(0);
    }, 60_000);

    test("have an empty second plan", async () => {
      for (const stack of own()) expect(await account.plan(stack)).toEqual([]);
    }, 60_000);

    test("leave nothing behind when they are destroyed, except what is kept on purpose", async () => {
      for (const stack of own()) await unprotect(account, stack);
      for (const stack of [...own()].reverse()) await account.destroy(stack);
      const left = Object.values(account.existing(id)).filter(({ assumed }) => assumed === undefined);
      expect(left.filter(({ keptBecause }) => keptBecause === undefined)).toEqual([]);
      expect(left.filter(({ type }) => !kept.includes(type))).toEqual([]);
    }, 60_000);
  });
});

describeWithTerraform("Production", () => {
  let account: OfflineAccount;
  beforeAll(async () => {
    account = await OfflineAccount.start();
    writeEstate(account, estate);
    for (const stack of ["prod-network", "prod-data"]) await account.apply(stack);
  }, 60_000);
  afterAll(() => account.stop());

  test("cannot be destroyed by a plan", async () => {
    const run = await account.terraform("prod-data", "destroy", "-no-color", "-auto-approve");
    expect(run).toMatchObject({ status: 1, stderr: expect.stringContaining("Instance cannot be destroyed") });
  });

  test("keeps its database even when the plan may destroy it", async () => {
    rewrite(account, "prod-data", (text) =>
      text.replaceAll('"prevent_destroy": true', '"prevent_destroy": false'),
    );
    const run = await account.terraform("prod-data", "destroy", "-no-color", "-auto-approve");
    expect(run).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("Cannot delete protected DB Instance"),
    });
  }, 30_000);
});

/** Takes off what keeps a stack from being destroyed, as a person must who really wants to. */
async function unprotect(account: OfflineAccount, stack: string): Promise<void> {
  rewrite(account, stack, (text) =>
    text
      .replaceAll('"prevent_destroy": true', '"prevent_destroy": false')
      .replaceAll('deletion_protection": true', 'deletion_protection": false')
      .replaceAll('"force_destroy": false', '"force_destroy": true'),
  );
  await account.apply(stack);
}

function rewrite(account: OfflineAccount, stack: string, change: (text: string) => string): void {
  const path = join(account.folder, stack, "cdk.tf.json");
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

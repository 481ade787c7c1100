import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { OfflineAccount } from "../support/offline-account";
import { writeEnvironment } from "../support/offline-estate";
import { shopEstate } from "../support/shop";
import { describeWithTerraform, terraformBeside } from "../support/terraform";

const [dev] = shopEstate().environments;
/** One resource after the other, so that a test can come in between. */
const apply = ["apply", "-input=false", "-no-color", "-auto-approve", "-parallelism=1"];

/** Of every change. */
const latencyMs = 100;

describeWithTerraform("An apply", () => {
  let account: OfflineAccount;
  beforeEach(async () => {
    account = await OfflineAccount.start({ latencyMs });
    if (dev) writeEnvironment(account, dev);
  });
  afterEach(() => account.stop());

  const count = () => Object.keys(account.existing()).length;

  /** How many resources Terraform made. */
  const made = () =>
    Object.values(account.existing()).filter((each) => !each.madeWith && !each.assumed).length;

  /** Waits until some resources exist, and Terraform has written down all of them: AWS is busy with the next one. */
  async function halfWay(): Promise<void> {
    while (made() < 8 || written() < made()) await sleep(2);
  }

  /** How many resources are in the state file. */
  function written(): number {
    try {
      const state = JSON.parse(
        readFileSync(join(account.folder, "dev-network", "terraform.tfstate"), "utf8"),
      );
      const resources: readonly { readonly mode: string; readonly instances: readonly unknown[] }[] =
        state.resources;
      return resources.filter(({ mode, instances }) => mode === "managed" && instances.length > 0).length;
    } catch {
      return 0; // Terraform is just writing it.
    }
  }

  function start(signal?: NodeJS.Signals, killedBy?: AbortSignal) {
    return terraformBeside(apply, {
      cwd: join(account.folder, "dev-network"),
      env: account.env,
      signal,
      killedBy,
    });
  }

  /** Starts an apply and sends it a signal when some resources exist. */
  async function interrupt(signal: NodeJS.Signals): Promise<void> {
    const kill = new AbortController();
    const run = start(signal, kill.signal);
    await halfWay();
    kill.abort();
    expect((await run).status).not.toBe(0);
  }

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
    "that %s ends half-way is completed by the next one",
    async (signal) => {
      await interrupt(signal);
      const left = count();
      await account.apply("dev-network");
      expect(left).toBeLessThan(count());
      expect(await account.plan("dev-network")).toEqual([]);
      expect(written()).toBe(made());
    },
    60_000,
  );

  test("is refused while another one holds the state, and nothing is lost", async () => {
    const first = start();
    await halfWay();
    const second = await start();
    expect(second).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("Error acquiring the state lock"),
    });
    expect((await first).status).toBe(0);
    expect(await account.plan("dev-network")).toEqual([]);
  }, 60_000);
});

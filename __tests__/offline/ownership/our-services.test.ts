import { type ExistingResource, OfflineAccount } from "../../support/offline-account";
import { writeEnvironment } from "../../support/offline-estate";
import { describeWithTerraform } from "../../support/terraform";
import { everyStrategy } from "./every-strategy";
import { deployAll, rulesOf, scaleAll, servicesOf, shiftAll, swapAll, type Resources } from "./what-aws-does";

const environment = everyStrategy();
const names = Object.keys(environment.services);

function deployEverything(resources: Resources): void {
  deployAll(resources);
  shiftAll(resources);
  scaleAll(resources);
}

describeWithTerraform("The stacks of services of every strategy", () => {
  let account: OfflineAccount;
  let untouched: Record<string, ExistingResource>;
  beforeAll(async () => {
    account = await OfflineAccount.start();
    for (const stack of writeEnvironment(account, environment)) await account.apply(stack);
    untouched = structuredClone({ ...account.existing() });
  }, 120_000);
  beforeEach(() => account.replaceOutside(untouched));
  afterAll(() => account.stop());

  const services = "test-services";

  test("have an empty second plan", async () => {
    expect(await account.plan(services)).toEqual([]);
  }, 60_000);

  test.each<[string, (resources: Resources) => void]>([
    ["deploys, shifted traffic, and more tasks", deployEverything],
    [
      "the same, where AWS names the groups the other way round",
      (all) => (deployEverything(all), swapAll(all)),
    ],
    ["a part of a shift", (all) => shiftAll(all, 10)],
  ])(
    "have an empty plan after %s",
    async (_, happens) => {
      account.changeOutside(happens);
      expect(account.existing()).not.toEqual(untouched);
      expect(await account.plan(services)).toEqual([]);
    },
    60_000,
  );

  describe("after changes that nobody but Terraform may make", () => {
    let changed: readonly string[];
    beforeAll(async () => {
      account.changeOutside((resources) => {
        for (const { values } of servicesOf(resources)) values["health_check_grace_period_seconds"] = 7;
        for (const { values } of rulesOf(resources)) values["priority"] = Number(values["priority"]) + 1000;
      });
      changed = (await account.plan(services)).map(({ address }) => address);
    }, 60_000);

    test.each(names)("plan to take back those of %s", (name) => {
      const id = `${name.replaceAll("-", "_")}_service`;
      expect(changed).toContain(`aws_ecs_service.${id}`);
      expect(changed.filter((address) => address.startsWith(`aws_lb_listener_rule.${id}_`))).not.toEqual([]);
    });
  });
});

import type { Deployment } from "../../../contract/deployment";
import { alternateTargetGroupName, targetGroupName } from "../../../limits/resource-names";
import { rolling, shifting } from "../../support/a-deployment";
import { aBackend } from "../../support/an-environment";
import { OfflineAccount } from "../../support/offline-account";
import { writeEnvironment } from "../../support/offline-estate";
import { describeWithTerraform } from "../../support/terraform";
import { smallEnvironment } from "./every-strategy";
import { deployAll, shiftAll, swapAll, type Resources } from "./what-aws-does";

const services = "test-services";
const api = "aws_ecs_service.api_service";
const rule = "aws_lb_listener_rule.api_service_rule";
const target = "aws_ssm_parameter.api_delivery_target";
const alternate = "aws_lb_target_group.api_service_alternate_target_group";

/** How a deploy looks from outside, as two sources of ours say it. */
const deploys: Readonly<Record<string, (resources: Resources) => void>> = {
  "keeps the names of the groups": (resources) => {
    deployAll(resources);
    shiftAll(resources);
  },
  "swaps the names of the groups": (resources) => {
    deployAll(resources);
    shiftAll(resources);
    swapAll(resources);
  },
};

describeWithTerraform("Moving a service", () => {
  describe.each(Object.entries(deploys))("while AWS %s", (_, deploy) => {
    let account: OfflineAccount;
    beforeAll(async () => {
      account = await OfflineAccount.start();
      declare(rolling());
      await account.apply("test-network");
      await account.apply(services);
      account.changeOutside(deployAll);
    }, 120_000);
    afterAll(() => account.stop());

    function declare(deployment: Deployment): void {
      writeEnvironment(account, smallEnvironment({ api: aBackend("api", { deployment }) }));
    }

    async function planned(): Promise<Readonly<Record<string, string>>> {
      const changes = await account.plan(services);
      return Object.fromEntries(changes.map(({ address, actions }) => [address, actions.join(" ")]));
    }

    test("from rolling to blue-green adds the second group and changes rule and service in place", async () => {
      declare(shifting("blue-green", { changesFrom: "rolling" }));
      const changes = await planned();
      expect(changes).toMatchObject({ [api]: "update", [rule]: "update", [alternate]: "create" });
      expect(Object.values(changes)).not.toContain("delete");
      await account.apply(services);
    }, 60_000);

    test("leaves all traffic on the first group", () => {
      expect(weights(account)).toEqual([100, 0]);
    });

    test("is over when changesFrom is removed: the plan is empty, before and after a deploy", async () => {
      declare(shifting("blue-green"));
      expect(await planned()).toEqual({});
      account.changeOutside(deploy);
      expect(weights(account)).toEqual([0, 100]);
      expect(await planned()).toEqual({});
    }, 60_000);

    test("from blue-green to canary changes the steps of the service, and what the pipeline is told", async () => {
      declare(shifting("canary"));
      expect(await planned()).toEqual({ [api]: "update", [target]: "update" });
      await account.apply(services);
      expect(weights(account)).toEqual([0, 100]);
    }, 60_000);

    test.each<[string, Deployment]>([
      ["back to rolling", rolling({ changesFrom: "canary" })],
      ["once more, with changesFrom left in the file", shifting("canary", { changesFrom: "rolling" })],
    ])(
      "%s is refused while traffic is on the second group",
      async (_to, deployment) => {
        declare(deployment);
        await expect(account.plan(services)).rejects.toThrow(
          "If not, deploy once more (ecs-env sync): the groups take turns; then apply again.",
        );
      },
      60_000,
    );

    test("back to rolling takes the second group away once traffic is on the first one", async () => {
      account.changeOutside(deploy);
      expect(weights(account)).toEqual([100, 0]);
      declare(rolling({ changesFrom: "canary" }));
      expect(await planned()).toMatchObject({ [api]: "update", [rule]: "update", [alternate]: "delete" });
      await account.apply(services);
    }, 60_000);

    test("ends with a service that rolls, and an empty plan", async () => {
      declare(rolling());
      expect(await planned()).toEqual({});
      const balancers = account.only("aws_ecs_service").values["load_balancer"];
      expect(JSON.stringify(balancers)).not.toContain("alternate_target_group_arn");
    }, 60_000);
  });
});

/** Weights of the first and of the second target group. */
function weights(account: OfflineAccount): readonly unknown[] {
  const identity = { port: 8080, protocol: "HTTP", targetType: "ip" };
  const action = JSON.stringify(account.only("aws_lb_listener_rule").values["action"]);
  return [targetGroupName, alternateTargetGroupName].map((nameOf) => {
    const name = nameOf("test", "api", identity);
    return Number(new RegExp(`targetgroup/${name}/[0-9a-f]+","weight":(\\d+)`).exec(action)?.[1]);
  });
}

import { wait } from "../../../deploy/commands/wait";
import type { LocalService } from "../../support/local-aws/local-service";
import type { DeliveryRig } from "../commands/delivery-rig";

/** What the same deploy again, and a wait after it, leave to be desired: whatever went wrong before, everything must be whole then. */
export async function findHalfDone(
  rig: DeliveryRig,
  orders: LocalService,
  digest: string,
): Promise<readonly string[]> {
  const again = await rig.deploy("abc123", { waitsForOther: true });
  const active = orders.releases.filter(({ taskDefinition }) => taskDefinition.status === "ACTIVE");
  const [waited] = await wait({ ...rig.request(), isDespiteAlarms: false }, rig.report, rig.surroundings);
  const rules: readonly (readonly [boolean, string])[] = [
    [/^(done|unchanged)$/.test(again.outcome), `the same deploy again: ${again.outcome}, ${again.message}`],
    [orders.running().every((one) => one.digest === digest), "another digest runs"],
    [rig.aws.digestOf("orders", "dev") === digest, "the environment's tag names another digest"],
    [
      rig.aws.tagsOf("orders", digest).some((tag) => tag.startsWith("healthy-dev-")),
      "no record in the registry",
    ],
    [active.length === 2, `${active.length} releases are active`],
    [
      active.every(({ tags }) => tags.some(({ key }) => key === "ecs-env:healthy")),
      "a release without its record",
    ],
    [waited?.outcome === "done", `wait: ${waited?.outcome}, ${waited?.message}`],
  ];
  return rules.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]));
}

/** A release was there before. */
export async function withRelease(rig: DeliveryRig): Promise<void> {
  rig.aws.pushImage("orders", { tag: "first" });
  const { outcome, message } = await rig.deploy("first");
  if (outcome !== "done") throw new Error(message);
}

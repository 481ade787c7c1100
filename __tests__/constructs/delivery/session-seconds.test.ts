import { sessionSeconds } from "../../../constructs/delivery/session-seconds";
import type { Deployment, ShiftingDeployment } from "../../../contract/deployment";
import { defaultDeployment } from "../../../constructs/services/default-deployment";

const { alarms } = defaultDeployment;

function shifting(fields: Partial<ShiftingDeployment>): ShiftingDeployment {
  return { strategy: "blue-green", controller: "ecs", bakeMinutes: 5, hooks: [], alarms, ...fields };
}

describe("The session of a deploy role", () => {
  test.each<readonly [what: string, deployment: Deployment, hours: number]>([
    ["a rolling deployment", defaultDeployment, 1],
    ["a short bake", shifting({ bakeMinutes: 30 }), 1],
    ["a bake that does not fit into an hour", shifting({ bakeMinutes: 31 }), 2],
    [
      "a canary's bakes together",
      shifting({ strategy: "canary", bakeMinutes: 20, canary: { percent: 10, bakeMinutes: 20 } }),
      2,
    ],
    [
      "the steps of a linear deployment: nine waits between ten steps",
      shifting({ strategy: "linear", bakeMinutes: 0, linear: { stepPercent: 10, stepBakeMinutes: 10 } }),
      2,
    ],
    ["a day, which AWS does not give", shifting({ bakeMinutes: 1440 }), 12],
  ])("covers %s", (_, deployment, hours) => {
    expect(sessionSeconds(deployment)).toBe(hours * 3600);
  });
});

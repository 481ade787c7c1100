import { judge, type Judgement } from "../../../deploy/rollout/judge";
import { type Look, type TaskLook } from "../../../deploy/rollout/look";
import { type StartedRollout } from "../../../deploy/rollout/rollout";
import {
  aGroup,
  aLook,
  aRolledBackLook,
  aRollout,
  aSet,
  aTask,
  digest,
  newRevision,
  oldRevision,
  otherRevision,
} from "./a-rollout";

describe("judge: a deployment that AWS calls successful", () => {
  test("is done when everything that was looked at proves it", () => {
    expect(judge(aRollout(), aLook())).toEqual({
      kind: "over",
      verdict: {
        outcome: "done",
        message: `dev/orders runs dev-orders:13 (${digest}): 2 of 2 tasks, healthy.`,
      },
    });
  });

  test("is done for a worker, which no load balancer knows", () => {
    const look = aLook({
      service: { isBalanced: false, sets: [aSet({ groups: [] })] },
      running: { groups: [] },
    });
    expect(outcomeOf(judge(aRollout(), look))).toBe("done");
  });

  test("is done when a task reports the digest of one image of the index", () => {
    const rollout = aRollout({ acceptedDigests: [digest, "sha256:arm"] });
    const tasks = [aTask({ digest: "sha256:arm" }), aTask({ id: "t2", address: "10.0.0.2" })];
    expect(outcomeOf(judge(rollout, aLook({ running: { tasks } })))).toBe("done");
  });

  test("is done although an alarm fires that the caller tolerates", () => {
    const look = aLook({ running: { firing: ["errors"] } });
    expect(outcomeOf(judge(aRollout({ toleratedAlarms: ["errors"] }), look))).toBe("done");
  });

  test("is done while the old group still has targets, but no traffic", () => {
    const look = aLook({
      running: { groups: [aGroup(["10.0.0.1", "10.0.0.2"]), aGroup(["10.0.0.9"], "draining", 0)] },
    });
    expect(outcomeOf(judge(aRollout(), look))).toBe("done");
  });

  test.each<[why: string, look: Look, says: string, seconds: number]>([
    ["scaled to zero", aLook({ service: { desired: 0, running: 0 } }), "scaled to zero", 30],
    ["tasks missing", aLook({ service: { running: 1 } }), "1 of 2 tasks are running", 300],
    [
      "old tasks left",
      aLook({ service: { sets: [aSet(), old({ running: 1 })] } }),
      "1 tasks of dev-orders:12 are left",
      300,
    ],
    [
      "old set still primary",
      aLook({ service: { sets: [old({ isPrimary: true })] } }),
      "primary deployment is of dev-orders:12",
      300,
    ],
    ["no primary set", aLook({ service: { sets: [] } }), "no primary deployment", 300],
    [
      "another deployment current",
      aLook({ service: { currentDeployment: "arn:x/theirs" } }),
      "another deployment is the current one: theirs",
      300,
    ],
    [
      "set of another deployment",
      aLook({ service: { sets: [aSet({ madeBy: "d-OTHER" })] } }),
      "another deployment is the current one: d-OTHER",
      300,
    ],
    ["service being deleted", aLook({ service: { isActive: false } }), "being deleted", 30],
    ["task of another revision", tasks({ revisionArn: oldRevision }), "task t1 runs dev-orders:12", 300],
    ["task of another image", tasks({ digest: "sha256:other" }), "task t1 runs the image sha256:other", 30],
    ["task without a digest", tasks({ digest: undefined }), "task t1 does not tell the digest", 300],
    ["task not running yet", tasks({ status: "PENDING" }), "ECS lists 1 of 2 tasks", 300],
    [
      "task unhealthy by itself",
      tasks({ health: "UNHEALTHY" }),
      "task t1 fails its container's health check",
      300,
    ],
    [
      "task without an address",
      tasks({ address: undefined }),
      "1 of 2 tasks are healthy behind the load balancer",
      300,
    ],
    [
      "target initial",
      aLook({ running: { groups: [aGroup(["10.0.0.1", "10.0.0.2"], "initial")] } }),
      "0 of 2 tasks are healthy behind",
      300,
    ],
    [
      "target missing",
      aLook({ running: { groups: [aGroup(["10.0.0.1"])] } }),
      "1 of 2 tasks are healthy behind",
      300,
    ],
    [
      "traffic elsewhere too",
      aLook({
        running: {
          groups: [aGroup(["10.0.0.1", "10.0.0.2"], "healthy", 90), aGroup(["10.0.0.9"], "healthy", 10)],
        },
      }),
      "0 of 2 tasks are healthy behind",
      300,
    ],
    [
      "no group with traffic",
      aLook({ running: { groups: [aGroup([], "healthy", 0)] } }),
      "no target group gets production traffic",
      300,
    ],
    ["alarm firing", aLook({ running: { firing: ["errors"] } }), "alarms are firing: errors", 300],
    [
      "deployment of another revision",
      aLook({ deployment: { revisionArn: otherRevision } }),
      "it brought dev-orders:14",
      30,
    ],
    [
      "nothing read of its tasks",
      { ...aLook(), running: undefined } as unknown as Look,
      "not looked at yet",
      300,
    ],
  ])("is not done: %s", (_, look, says, seconds) => {
    const judgement = judge(aRollout(), look);
    expect(judgement).toMatchObject({ kind: "if-it-lasts", seconds, verdict: { outcome: "failed" } });
    expect(messageOf(judgement)).toContain(says);
  });

  test("says how to go on when it is not done", () => {
    expect(messageOf(judge(aRollout(), aLook({ running: { firing: ["errors"] } })))).toMatchInlineSnapshot(
      `"AWS calls the deployment of dev-orders:13 to dev/orders successful, but alarms are firing: errors. It was not rolled back: look at the service, then go on with "ecs-env wait --env dev --service orders" or "ecs-env rollback --env dev --service orders"."`,
    );
  });

  test("names the revision that took its place", () => {
    const look = aLook({ service: { sets: [aSet({ revisionArn: otherRevision })] } });
    expect(messageOf(judge(aRollout(), look))).toMatchInlineSnapshot(
      `"Another deployment took the place of this one: dev/orders is to run dev-orders:14, not dev-orders:13. How that one ends says "ecs-env wait --env dev --service orders"."`,
    );
  });
});

describe("judge: a deployment that is not over", () => {
  test.each(["under-way", "rolling-back"] as const)("is watched on while it is %s", (phase) => {
    expect(judge(aRollout(), aLook({ deployment: { phase } }))).toEqual({ kind: "under-way" });
  });

  test("is watched on while ECS still calls the old revision the primary one", () => {
    const look = aLook({ deployment: { phase: "under-way" }, service: { sets: [old({ isPrimary: true })] } });
    expect(judge(aRollout(), look)).toEqual({ kind: "under-way" });
  });

  test("has failed when another revision takes its place, as soon as that lasts", () => {
    const look = aLook({
      deployment: { phase: "under-way" },
      service: { sets: [aSet({ revisionArn: otherRevision })] },
    });
    expect(judge(aRollout(), look)).toMatchObject({
      kind: "if-it-lasts",
      seconds: 30,
      verdict: { outcome: "failed", message: expect.stringContaining("dev-orders:14") },
    });
  });

  test("has failed when the service is gone", () => {
    const look: Look = { service: undefined, deployment: undefined };
    expect(judge(aRollout(), look)).toMatchObject({ kind: "if-it-lasts", verdict: { outcome: "failed" } });
  });
});

describe("judge: a deployment that AWS gave up", () => {
  test("is rolled back when the revision of before runs healthy", () => {
    expect(messageOf(judge(aRollout(), aRolledBackLook()))).toMatchInlineSnapshot(
      `"dev-orders:13 was not kept in dev/orders: ECS deployment circuit breaker: tasks failed to start. The service runs dev-orders:12 again, healthy."`,
    );
    expect(judge(aRollout(), aRolledBackLook())).toMatchObject({
      kind: "over",
      verdict: { outcome: "rolled-back" },
    });
  });

  test.each<[how: string, deployment: NonNullable<Parameters<typeof aRolledBackLook>[0]>["deployment"]]>([
    ["AWS says that its rollback failed", { phase: "rollback-failed", status: "ROLLBACK_FAILED" }],
    ["AWS stopped it without a rollback", { phase: "stopped", status: "STOPPED" }],
    ["AWS does not tell where it went back to", { backTo: undefined }],
  ])("is rolled back by what runs, even if %s", (_, change) => {
    expect(outcomeOf(judge(aRollout(), aRolledBackLook({ deployment: change })))).toBe("rolled-back");
  });

  test("is rolled back although the alarm that stopped it still fires", () => {
    expect(outcomeOf(judge(aRollout(), aRolledBackLook({ running: { firing: ["errors"] } })))).toBe(
      "rolled-back",
    );
  });

  test("is rolled back to the revision that ECS says, older than the one before", () => {
    const older = oldRevision.replace(":12", ":10");
    const tasks = ["1", "2"].map((n) => aTask({ id: n, revisionArn: older, address: `10.0.0.${n}` }));
    const look = aRolledBackLook({
      deployment: { backTo: older },
      service: { sets: [aSet({ revisionArn: older })] },
      running: { tasks },
    });
    expect(messageOf(judge(aRollout(), look))).toContain("runs dev-orders:10 again");
  });

  test.each([
    ["flags", { alarms: ["errors", "latency"], reason: "" }, "alarms fired (errors, latency)"],
    [
      "flags",
      { isBreakerTripped: true },
      "its tasks kept failing (circuit breaker); ECS deployment circuit breaker",
    ],
    ["flags", { failedHooks: ["POST_SCALE_UP"] }, "hooks refused it (POST_SCALE_UP)"],
    ["flags", { reason: undefined }, "AWS says ROLLBACK_SUCCESSFUL and no reason"],
  ])("tells why, as AWS %s it: %j", (_, change, says) => {
    expect(messageOf(judge(aRollout(), aRolledBackLook({ deployment: change })))).toContain(says);
  });

  test("tells that this command stopped it", () => {
    const message = messageOf(
      judge(aRollout(), aRolledBackLook(), "it was not healthy within 30 minutes, and was stopped"),
    );
    expect(message).toContain("dev/orders: it was not healthy within 30 minutes, and was stopped.");
  });

  test.each<[why: string, look: Look, rollout: StartedRollout, seconds: number]>([
    ["its tasks are not all back", aRolledBackLook({ service: { running: 1 } }), aRollout(), 300],
    [
      "the revision of before is deployed again, and not up yet",
      aRolledBackLook({ deployment: { phase: "stopped" }, service: { running: 1 } }),
      aRollout(),
      900,
    ],
    [
      "stopped, and left as it was",
      aRolledBackLook({ deployment: { phase: "stopped" }, service: { sets: [aSet()] } }),
      aRollout(),
      120,
    ],
    ["the new revision is still primary", aRolledBackLook({ service: { sets: [aSet()] } }), aRollout(), 300],
    [
      "the rollback failed",
      aRolledBackLook({ deployment: { phase: "rollback-failed" }, service: { sets: [aSet()] } }),
      aRollout(),
      30,
    ],
    [
      "there was no revision before",
      aRolledBackLook({ deployment: { backTo: undefined } }),
      aRollout({ before: {} }),
      30,
    ],
    [
      "the revision before is the same",
      aRolledBackLook({ deployment: { backTo: undefined } }),
      aRollout({ before: { taskDefinition: newRevision } }),
      30,
    ],
    ["its targets are not healthy", aRolledBackLook({ running: { groups: [aGroup([])] } }), aRollout(), 300],
    [
      "somebody deployed another revision",
      aRolledBackLook({ service: { sets: [aSet({ revisionArn: otherRevision })] } }),
      aRollout(),
      30,
    ],
  ])("has failed, NOT rolled back: %s", (_, look, rollout, seconds) => {
    expect(judge(rollout, look)).toMatchObject({
      kind: "if-it-lasts",
      seconds,
      verdict: { outcome: "failed" },
    });
  });

  test("says what a person must look at", () => {
    const look = aRolledBackLook({ deployment: { phase: "rollback-failed" }, service: { sets: [aSet()] } });
    expect(messageOf(judge(aRollout(), look))).toMatchInlineSnapshot(
      `"dev-orders:13 was not kept in dev/orders: ECS deployment circuit breaker: tasks failed to start. It is NOT back at dev-orders:12: the service's primary deployment is of dev-orders:13. A person must look; "ecs-env rollback --env dev --service orders" deploys it again."`,
    );
  });

  test("names no command that would be refused, when the service never had a healthy release", () => {
    const seed = `arn:aws:ecs:eu-west-1:111111111111:task-definition/dev-orders-seed:1`;
    const look = aRolledBackLook({
      deployment: { phase: "rollback-failed", backTo: seed },
      service: { sets: [aSet()] },
    });
    const message = messageOf(judge(aRollout(), look));
    expect(message).toContain("It is NOT back at dev-orders-seed:1");
    expect(message).toContain(
      "A person must look: there is no release to go back to. Mend what failed, and deploy again.",
    );
    expect(message).not.toContain("ecs-env rollback");
  });
});

describe("judge: a deployment that AWS does not list", () => {
  const look: Look = { ...aRolledBackLook(), deployment: undefined };

  test("is waited for, even though everything is as before", () => {
    expect(judge(aRollout(), look)).toMatchObject({
      kind: "if-it-lasts",
      seconds: 120,
      verdict: { outcome: "rolled-back" },
    });
  });

  test("is never done, even though its revision runs healthy", () => {
    expect(judge(aRollout(), { ...aLook(), deployment: undefined })).toMatchObject({
      kind: "if-it-lasts",
      verdict: { outcome: "failed" },
    });
  });
});

function old(change: Parameters<typeof aSet>[0]): ReturnType<typeof aSet> {
  return aSet({ id: "ecs-svc/1", revisionArn: oldRevision, isPrimary: false, running: 2, ...change });
}

/** The first task changed; what is undefined, AWS does not tell. */
function tasks(change: Partial<Record<keyof TaskLook, string | undefined>>): Look {
  const known = Object.entries({ ...aTask(), ...change }).filter(([, value]) => value !== undefined);
  const first = Object.fromEntries(known) as unknown as TaskLook;
  return aLook({ running: { tasks: [first, aTask({ id: "t2", address: "10.0.0.2" })] } });
}

function outcomeOf(judgement: Judgement): string {
  return judgement.kind === "over" ? judgement.verdict.outcome : judgement.kind;
}

function messageOf(judgement: Judgement): string {
  return judgement.kind === "under-way" ? "" : judgement.verdict.message;
}

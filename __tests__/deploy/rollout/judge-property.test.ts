import fc from "fast-check";
import { judge } from "../../../deploy/rollout/judge";
import { type Look, type Phase, type TaskLook } from "../../../deploy/rollout/look";
import {
  aGroup,
  aLook,
  aRollout,
  aSet,
  aTask,
  digest,
  newRevision,
  oldRevision,
  otherRevision,
} from "./a-rollout";

/** Situations that AWS can tell of, most of them near to a good one, so that the judgement is tempted. */
const revision = fc.constantFrom(newRevision, newRevision, newRevision, oldRevision, otherRevision);
const address = fc.constantFrom("10.0.0.1", "10.0.0.2");
const mostly = <Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.constantFrom(usual, usual, usual, usual, usual, usual, ...others);

const task: fc.Arbitrary<TaskLook> = fc
  .record({
    revisionArn: revision,
    digest: mostly<string | undefined>(digest, "sha256:other", undefined),
    status: mostly("RUNNING", "PENDING"),
    address: fc.option(address, { nil: undefined, freq: 9 }),
    health: mostly("UNKNOWN", "UNHEALTHY"),
  })
  .map(({ digest: reported, address: known, ...rest }) => ({
    id: "t",
    ...rest,
    ...(reported === undefined ? {} : { digest: reported }),
    ...(known === undefined ? {} : { address: known }),
  }));

const phase = mostly<Phase>(
  "succeeded",
  "under-way",
  "rolling-back",
  "rolled-back",
  "rollback-failed",
  "stopped",
);

const look: fc.Arbitrary<Look> = fc
  .record({
    phase,
    brings: revision,
    desired: mostly(2, 0, 1),
    running: mostly(2, 0, 1, 3),
    primary: revision,
    left: mostly(0, 1),
    current: mostly<"ours" | "theirs">("ours", "theirs"),
    isActive: mostly(true, false),
    isBalanced: mostly(true, false),
    tasks: fc.oneof(
      { weight: 3, arbitrary: fc.constant([aTask(), aTask({ address: "10.0.0.2" })]) },
      {
        weight: 3,
        arbitrary: fc.constant([aTask({ revisionArn: oldRevision }), aTask({ revisionArn: oldRevision })]),
      },
      { weight: 2, arbitrary: fc.array(task, { maxLength: 3 }) },
    ),
    healthy: fc.subarray(["10.0.0.1", "10.0.0.2"], { minLength: 0 }),
    percent: mostly(100, 50, 0),
    firing: mostly<readonly string[]>([], ["errors"]),
  })
  .map((given) =>
    aLook({
      service: {
        isActive: given.isActive,
        desired: given.desired,
        running: given.running,
        isBalanced: given.isBalanced,
        ...(given.current === "ours" ? {} : { currentDeployment: "arn:theirs" }),
        sets: [
          aSet({ revisionArn: given.primary }),
          aSet({ isPrimary: false, revisionArn: oldRevision, running: given.left }),
        ],
      },
      deployment: { phase: given.phase, revisionArn: given.brings },
      running: {
        tasks: given.tasks,
        groups: given.isBalanced ? [aGroup(given.healthy, "healthy", given.percent)] : [],
        firing: given.firing,
      },
    }),
  );

describe("judge, whatever AWS tells", () => {
  test("says done exactly when every condition holds", () => {
    const seen = { done: 0 };
    fc.assert(
      fc.property(look, (given) => {
        const judgement = judge(aRollout(), given);
        const isDone = judgement.kind === "over" && judgement.verdict.outcome === "done";
        if (isDone) seen.done += 1;
        expect(isDone).toBe(
          given.deployment?.phase === "succeeded" && runs(given, newRevision, digest) && isOurs(given),
        );
      }),
      { numRuns: 3_000, seed: 5 },
    );
    expect(seen.done).toBeGreaterThan(10);
  });

  test("says rolled back only when the revision of before runs, whole and healthy", () => {
    fc.assert(
      fc.property(look, (given) => {
        const judgement = judge(aRollout(), given);
        fc.pre(judgement.kind === "over" && judgement.verdict.outcome === "rolled-back");
        expect(given.deployment?.phase).not.toBe("succeeded");
        expect(runs(given, oldRevision)).toBe(true);
      }),
      { numRuns: 30, maxSkipsPerRun: 1_000, seed: 7 },
    );
  });

  test("never ends while AWS is at work", () => {
    fc.assert(
      fc.property(look, fc.constantFrom<Phase>("under-way", "rolling-back"), (given, at) => {
        const deployment = given.deployment && { ...given.deployment, phase: at };
        expect(judge(aRollout(), { ...given, deployment }).kind).not.toBe("over");
      }),
      { seed: 9 },
    );
  });
});

/** The conditions, said once more in the plainest way. */
function runs({ service, running }: Look, wanted: string, image?: string): boolean {
  if (!service || !running || !service.isActive || service.desired < 1) return false;
  const up = running.tasks.filter(({ status }) => status === "RUNNING");
  return (
    service.running === service.desired &&
    up.length === service.desired &&
    service.sets.every(({ isPrimary, revisionArn, running: n }) =>
      isPrimary ? revisionArn === wanted : n === 0,
    ) &&
    up.every((one) => one.revisionArn === wanted && one.health !== "UNHEALTHY") &&
    (image === undefined || up.every((one) => one.digest === image)) &&
    (!service.isBalanced ||
      (running.groups.some(({ percent }) => percent > 0) &&
        up.every((one) => running.groups[0]?.targets.some((target) => target.address === one.address))))
  );
}

function isOurs({ service, deployment, running }: Look): boolean {
  return (
    service?.currentDeployment === deployment?.id &&
    deployment?.revisionArn === newRevision &&
    running?.firing.length === 0
  );
}

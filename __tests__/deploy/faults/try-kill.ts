import type { Fault } from "../../support/local-aws/faults";
import { DeliveryRig } from "../commands/delivery-rig";
import { findHalfDone, withRelease } from "./aftermath";
import { kindNames, kinds, type KindName } from "./kinds";

/** A deploy whose process is killed at one of its calls. */
export interface KillTrial {
  readonly kind: KindName;
  /** Which call, counted from 0. */
  readonly call: number;
  /** Whether that call took effect. */
  readonly tookEffect: boolean;
  /** Whether AWS goes on for a while before the next command. */
  readonly isLater: boolean;
}

/** More than any of these deploys makes. */
const calls = 45;

export const killTrials: readonly KillTrial[] = kindNames.flatMap((kind) =>
  Array.from({ length: calls }, (_, call) => call).flatMap((call) =>
    [true, false].flatMap((tookEffect) =>
      [true, false].map((isLater) => ({ kind, call, tookEffect, isLater })),
    ),
  ),
);

/** @returns what is not as it should be after the next command */
export async function tryKill({ kind, call, tookEffect, isLater }: KillTrial): Promise<readonly string[]> {
  const rig = await DeliveryRig.start();
  const orders = rig.addService(kinds[kind]);
  try {
    await withRelease(rig);
    const digest = rig.aws.pushImage("orders", { tag: "abc123" });
    const before = rig.aws.calls.length;
    if (tookEffect) rig.aws.fault({ operation: "*", error: "lost-answer", after: call });
    // Dead processes hear nothing: no call is answered from here on.
    const silence: Fault = { operation: "*", error: "hang", after: call, times: 1_000_000 };
    rig.aws.fault(silence);
    let isOver = false;
    const access = { region: "eu-west-1", maxAttempts: 1, requestSeconds: 600 };
    const end = () => void (isOver = true);
    rig.deploy("abc123", { access }).then(end, end);
    while (rig.aws.calls.length - before <= call && !isOver) await pause(3);
    await pause(30);
    rig.aws.endFaults();
    if (isLater) await pause(60 * rig.aws.pace);
    return await findHalfDone(rig, orders, digest);
  } finally {
    await rig.stop();
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((over) => setTimeout(over, milliseconds));
}

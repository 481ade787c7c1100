import { DeliveryRig } from "../commands/delivery-rig";
import { findHalfDone, withRelease } from "./aftermath";
import { kindNames, kinds, operationsOf, type KindName } from "./kinds";

/** A deploy in which one operation goes wrong. */
export interface FaultTrial {
  readonly kind: KindName;
  readonly operation: string;
  readonly error: string | number;
  readonly times: number;
  /** Calls of the operation that succeed before. */
  readonly after: number;
}

/** What passes by itself: a deploy must come to its end through it. */
const passing = [
  ["ThrottlingException", 2],
  [500, 2],
  ["reset", 2],
  ["lost-answer", 1],
  ["hang", 1],
] as const;
/** What does not pass. */
const lasting = [
  ["AccessDeniedException", 1_000],
  ["ExpiredTokenException", 1_000],
] as const;

export const faultTrials: readonly FaultTrial[] = kindNames.flatMap((kind) =>
  operationsOf[kind].flatMap((operation) =>
    [...passing, ...lasting].flatMap(([error, times]) =>
      [0, 1].map((after) => ({ kind, operation, error, times, after })),
    ),
  ),
);

const longest = 30_000;

/** @returns what is not as it should be */
export async function tryFault({ kind, ...fault }: FaultTrial): Promise<readonly string[]> {
  const rig = await DeliveryRig.start();
  const orders = rig.addService(kinds[kind]);
  try {
    await withRelease(rig);
    const before = orders.running().map((one) => one.digest);
    const digest = rig.aws.pushImage("orders", { tag: "abc123" });
    rig.aws.fault(fault);
    const began = Date.now();
    const access = { region: "eu-west-1", requestSeconds: 1 };
    const { outcome, message } = await rig.deploy("abc123", { access });
    const seconds = (Date.now() - began) / 1_000;
    const complaints = [
      ...judge(fault, outcome, `${outcome}: ${message}`),
      ...(seconds * 1_000 > longest ? [`it took ${seconds} seconds`] : []),
    ];
    rig.aws.endFaults();
    await new Promise((over) => setTimeout(over, 40 * rig.aws.pace));
    const runs = orders.running().map((one) => one.digest);
    const isNew = runs.length === 1 && runs[0] === digest;
    const isOld = runs.length === 1 && runs[0] === before[0];
    if (outcome === "done" && !isNew) complaints.push("done, and something else runs");
    if (outcome === "precondition" && !isOld) complaints.push("nothing was changed, and something else runs");
    return [...complaints, ...(await findHalfDone(rig, orders, digest))];
  } finally {
    await rig.stop();
  }
}

function judge({ error }: Pick<FaultTrial, "error">, outcome: string, said: string): string[] {
  if (passing.some(([one]) => one === error)) return outcome === "done" ? [] : [said];
  return ["done", "precondition", "failed"].includes(outcome) ? [] : [said];
}

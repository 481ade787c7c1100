import { faultTrials, tryFault } from "./try-fault";
import { killTrials, tryKill } from "./try-kill";

// `npm run deploy-faults` tries all of them, in some 20 minutes.
const faults = sample(faultTrials, 8);
// While AWS is at its end just then, the next deploy may see half of it and deploy once more: that depends on the machine.
const kills = sample(
  killTrials.filter(({ isLater }) => isLater),
  8,
);

describe("a deploy through a fault of AWS", () => {
  test.each(faults)(
    "$error of $operation ($kind, after $after) loses nothing",
    async (trial) => {
      expect(await tryFault(trial)).toEqual([]);
    },
    60_000,
  );
});

describe("a deploy that is killed", () => {
  test.each(kills)(
    "at call $call ($kind, took effect: $tookEffect) leaves nothing that the next one does not mend",
    async (trial) => {
      expect(await tryKill(trial)).toEqual([]);
    },
    60_000,
  );
});

/** The same ones every time, spread over all; the step is a prime, so that it meets every sort. */
function sample<Trial>(all: readonly Trial[], count: number): readonly Trial[] {
  return Array.from({ length: count }, (_, index) => all[(17 + index * 97) % all.length]).flatMap(
    (trial) => trial ?? [],
  );
}

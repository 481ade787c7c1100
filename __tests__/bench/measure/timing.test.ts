import { spawnSync } from "node:child_process";
import { startTiming, timeChildren } from "../../../bench/measure/timing";

const busyFor100Milliseconds = "const end = Date.now() + 100; while (Date.now() < end);";

describe("startTiming", () => {
  test("counts waiting as elapsed, not as processor time", async () => {
    const stop = startTiming();
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { elapsed, processor } = stop();
    expect(elapsed - processor).toBeGreaterThan(100);
  });
});

describe("timeChildren", () => {
  test("counts the processor time of a child process", () => {
    const { processor } = timeChildren(() => spawnSync(process.execPath, ["-e", busyFor100Milliseconds]));
    expect(processor).toBeGreaterThan(20);
  });

  test("counts waiting of a child process as elapsed", () => {
    const { elapsed } = timeChildren(() =>
      spawnSync(process.execPath, ["-e", "setTimeout(() => undefined, 200)"]),
    );
    expect(elapsed).toBeGreaterThanOrEqual(200);
  });
});

import { spawnSync } from "node:child_process";
import { timeChildren } from "../../../bench/measure/timing";
import { repository } from "../../support/run-command";

const busyFor100Milliseconds = "const end = Date.now() + 100; while (Date.now() < end);";

describe("startTiming", () => {
  test("counts waiting as elapsed, not as processor time", () => {
    // In a process of its own: jest's may still collect the garbage of the tests before.
    const program = `
      const stop = require("./bench/measure/timing").startTiming();
      setTimeout(() => console.log(JSON.stringify(stop())), 200);`;
    const args = ["-r", "ts-node/register", "-e", program];
    const { stdout } = spawnSync(process.execPath, args, { cwd: repository, encoding: "utf8" });
    const { elapsed, processor } = JSON.parse(stdout);
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

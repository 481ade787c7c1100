import { type Progress } from "../../../deploy/progress/progress";
import { type ProgressView, viewAfter } from "../../../deploy/progress/progress-view";
import { terminalFrame } from "../../../deploy/progress/terminal-frame";
import { rollout, someProgress } from "./some-progress";

const now = Date.parse("2026-11-21T12:00:00Z");
const wide = { columns: 100, rows: 30 };

const frameOf = (told: readonly Progress[], size = wide) =>
  terminalFrame(
    told.reduce<ProgressView>((view, progress) => viewAfter(view, progress, now), new Map()),
    size,
    now + 65_000,
  );

describe("The frame of a terminal", () => {
  test("shows the running step, tasks, targets, traffic and the last event", () => {
    const started: Progress = {
      kind: "step",
      service: "orders",
      step: "watch",
      title: "rollout",
      state: "started",
    };
    expect(frameOf([...someProgress.slice(0, 7), started]).join("\n")).toMatchInlineSnapshot(`
     "orders  1m 05s
       rollout …
       IN_PROGRESS, BAKE_TIME
       tasks    ██████████░░░░░░░░░░  2 of 4 running, 1 pending, 1 failed
       targets  ██████████░░░░░░░░░░  1 of 2 healthy
       traffic  █████░░░░░░░░░░░░░░░  25%
       alarms firing: dev-orders-errors
       (service orders) has started 1 tasks"
    `);
  });

  test("shows services side by side, each until it is over", () => {
    const of = (service: string): Progress => ({ ...rollout, service });
    const over: Progress = { kind: "result", service: "shop", outcome: "done", message: "", seconds: 1 };
    const heads = frameOf([of("orders"), of("shop"), of("users"), over]).filter(
      (line) => !line.startsWith(" "),
    );
    expect(heads).toEqual(["orders  1m 05s", "users  1m 05s"]);
  });

  test("fits a narrow terminal, where a broken line would stay", () => {
    const lines = frameOf(someProgress.slice(0, 7), { columns: 20, rows: 30 });
    expect(Math.max(...lines.map((line) => [...line].length))).toBe(19);
  });

  test("fits a low terminal", () => {
    expect(frameOf(someProgress.slice(0, 7), { columns: 80, rows: 4 })).toHaveLength(3);
  });

  test.each([
    [0, 0, "░░░░░░░░░░░░░░░░░░░░"],
    [9, 4, "████████████████████"],
    [1, 4, "█████░░░░░░░░░░░░░░░"],
  ])("draws %p of %p tasks as a bar", (running, desired, bar) => {
    const told = { ...rollout, tasks: { desired, running, pending: 0, failed: 0 } };
    expect(frameOf([told]).find((line) => line.includes("tasks"))).toContain(` ${bar} `);
  });

  test("obeys no control character of an event", () => {
    const event: Progress = { kind: "service-event", service: "orders", at: "", message: "\u001b[2Jgone" };
    expect(frameOf([event]).join("")).not.toContain("\u001b");
  });
});

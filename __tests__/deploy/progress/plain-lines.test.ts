import { heartbeat, plainLines } from "../../../deploy/progress/plain-lines";
import { type Outcome, type Progress } from "../../../deploy/progress/progress";
import { type ProgressView, viewAfter } from "../../../deploy/progress/progress-view";
import { someProgress } from "./some-progress";

const now = Date.parse("2026-11-21T12:00:00Z");

describe("Plain lines", () => {
  test("tell all that changes, with the time in UTC", () => {
    expect(someProgress.flatMap((progress) => plainLines(progress, now)).join("\n")).toMatchInlineSnapshot(`
     "12:00:00Z  orders  done         image exists: sha256:0a1b
     12:00:00Z  orders  failed       its alarms are quiet
     12:00:00Z  orders  planned      a revision is registered
     12:00:00Z  orders  rollout      IN_PROGRESS BAKE_TIME; tasks 2 of 4 running, 1 pending, 1 failed; targets 1 of 2 healthy; traffic 25%
     12:00:00Z  orders  rollout      IN_PROGRESS BAKE_TIME; tasks 2 of 4 running, 1 pending, 1 failed; targets 1 of 2 healthy; traffic 25%; alarms firing: dev-orders-errors
     12:00:00Z  orders  event        (service orders) has started 1 tasks
     12:00:00Z  orders  stopped      task 0123abcd: Essential container in task exited
                                     orders: exit code 1
                                     proxy: OutOfMemory
                                     init: no exit code
                                     Read the log.
                                     | starting
                                     | no database
     11:59:58Z  0123abcd    at main.js:1
     12:00:00Z  orders  warning      The tag could not be moved. Run ecs-env wait.
     12:00:00Z  orders  ROLLED BACK  It was not kept. (2m 13s)"
    `);
  });

  test.each<[Outcome, string]>([
    ["done", "DONE"],
    ["unchanged", "UNCHANGED"],
    ["planned", "PLANNED"],
    ["started", "STARTED"],
    ["command-failed", "FAILED"],
    ["rolled-back", "ROLLED BACK"],
    ["precondition", "REFUSED"],
    ["failed", "FAILED"],
    ["interrupted", "INTERRUPTED"],
  ])("say %s as %s", (outcome, word) => {
    const [line] = plainLines(
      { kind: "result", service: "orders", outcome, message: "So.", seconds: 1 },
      now,
    );
    expect(line).toBe(`12:00:00Z  orders  ${word.padEnd("ROLLED BACK".length)}  So. (1s)`);
  });

  test("tell a digest by its beginning, wherever it stands", () => {
    const detail = `repository@sha256:${"0a1b2c3d".repeat(8)} and sha256:0a1b`;
    const step: Progress = {
      ...{ kind: "step", service: "orders", step: "image", title: "it is there" },
      ...{ state: "done", detail },
    };
    expect(plainLines(step, now)).toEqual([
      "12:00:00Z  orders  done         it is there: repository@sha256:0a1b2c3d0a1b and sha256:0a1b",
    ]);
  });

  test("tell what runs instead where the new revision has no tasks, and that a verdict waits", () => {
    const progress: Progress = {
      ...{ kind: "rollout", service: "orders", deployment: "arn:x", status: "STOPPED" },
      tasks: { desired: 0, running: 0, pending: 0, failed: 0 },
      serving: { revision: "dev-orders:2", desired: 2, running: 2 },
      makesSureSeconds: 120,
    };
    expect(plainLines(progress, now)).toEqual([
      "12:00:00Z  orders  rollout      STOPPED; tasks 2 of 2 running dev-orders:2; waits to be sure, up to 2m 00s",
    ]);
    expect(heartbeat(viewAfter(new Map(), progress, now), now + 60_000)).toEqual([
      "12:01:00Z  orders  still        working: STOPPED, waits to be sure, 1m 00s so far",
    ]);
  });

  test("have no control characters, whatever AWS or a log says", () => {
    const message = "\u001b[2Jcleared\r\nnext\u009b1mbold\u202egnol ##[set-env]x";
    const progress: Progress = { kind: "service-event", service: "orders", at: "", message };
    expect(plainLines(progress, now)).toEqual([
      "12:00:00Z  orders  event        \ufffd[2Jcleared next\ufffd1mbold\ufffdgnol # #[set-env]x",
    ]);
  });
});

describe("The heartbeat", () => {
  const viewOf = (...told: Progress[]) =>
    told.reduce<ProgressView>((view, progress) => viewAfter(view, progress, now), new Map());

  test("tells what each service is at", () => {
    const view = viewOf(...someProgress.slice(0, 1), someProgress[4] ?? never());
    expect(heartbeat(view, now + 125_000)).toEqual([
      "12:02:05Z  orders  still        image exists: IN_PROGRESS, 2m 05s so far",
    ]);
  });

  test("is silent about services that are done", () => {
    expect(heartbeat(viewOf(...someProgress), now)).toEqual([]);
  });
});

function never(): never {
  throw new Error("no such progress");
}

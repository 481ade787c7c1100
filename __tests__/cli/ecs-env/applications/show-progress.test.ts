import { showJson, showLive, showPlain } from "../../../../cli/ecs-env/applications/show-progress";
import { rollout } from "../../../deploy/progress/some-progress";

const start = Date.parse("2026-11-21T12:00:00Z");

function anOutput(size: { readonly columns?: number; readonly rows?: number } = {}) {
  const written: string[] = [];
  return { ...size, written, write: (text: string) => written.push(text) };
}

describe("Progress in the log of a CI", () => {
  test("says each minute that it goes on when nothing changes", () => {
    const output = anOutput();
    let now = start;
    const show = showPlain(output, () => now);
    show.report(rollout);
    output.written.length = 0;
    for (let second = 1; second <= 130; second += 1) {
      now = start + second * 1000;
      show.tick();
    }
    expect(output.written).toEqual([
      "12:01:00Z  orders  still        working: IN_PROGRESS, 1m 00s so far\n",
      "12:02:00Z  orders  still        working: IN_PROGRESS, 2m 00s so far\n",
    ]);
  });

  test("is aligned when a call names several services", () => {
    const output = anOutput();
    const show = showPlain(output, () => start, ["orders", "web"]);
    for (const service of ["orders", "web"])
      show.report({ kind: "service-event", service, at: "", message: "started" });
    expect(output.written).toEqual([
      "12:00:00Z  orders  event        started\n",
      "12:00:00Z  web     event        started\n",
    ]);
  });
});

describe("Progress on a terminal", () => {
  const warning = { kind: "warning", service: "orders", message: "Careful.", advice: "Look." } as const;

  test("redraws its frame below what stays", () => {
    const output = anOutput({ columns: 80, rows: 24 });
    const show = showLive(
      output,
      () => start,
      (_, text) => text,
    );
    show.report({ ...rollout, targets: { healthy: 1, total: 1 } });
    show.report(warning);
    const frame = 5;
    expect(output.written[1]).toMatch(
      new RegExp(`^\\u001b\\[${frame}A\\u001b\\[Jorders {2}warning Careful. Look.\\norders {2}0s\\n`),
    );
  });

  test("leaves nothing of the frame at the end", () => {
    const output = anOutput();
    const show = showLive(
      output,
      () => start,
      (_, text) => text,
    );
    show.report(rollout);
    show.report({ kind: "result", service: "orders", outcome: "done", message: "Good.", seconds: 1 });
    show.pause();
    expect(output.written.at(-1)).toBe("\u001b[5A\u001b[Jorders  DONE Good. (1s)\n");
  });
});

describe("Progress for programs", () => {
  test("is one object per line", () => {
    const output = anOutput();
    showJson(output, () => start).report(rollout);
    expect(output.written).toHaveLength(1);
    expect(JSON.parse(output.written.join(""))).toMatchObject({ version: 1, kind: "rollout" });
  });
});

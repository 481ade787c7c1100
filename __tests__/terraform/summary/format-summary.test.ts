import { type StackReport } from "../../../terraform/flow/stack-report";
import {
  exitCodeOf,
  jsonSummary,
  textSummary,
  type RunSummary,
} from "../../../terraform/summary/format-summary";
import { type Change, emptySummary, noChanges } from "../../../terraform/summary/plan-summary";

const bold = (text: string) => `*${text}*`;
const style = { bold, isVerbose: false };

function aReport(changes: readonly Change[] = [], given: Partial<StackReport> = {}): StackReport {
  const summary = { counts: { ...noChanges, add: changes.length }, changes, outputs: [] };
  return {
    stack: "dev-data",
    status: "planned",
    hasChanges: changes.length > 0,
    summary,
    diagnostics: [],
    ...given,
  };
}

function aRun(stacks: readonly StackReport[], command: RunSummary["command"] = "plan"): RunSummary {
  return { command, isOffline: true, stacks, assumptions: [], seconds: 1 };
}

const lines = (changes: readonly Change[], isVerbose = false) =>
  textSummary(aRun([aReport(changes)]), { bold, isVerbose })
    .replace("\n\nvalues: --verbose", "")
    .split("\n")
    .slice(4);

const created = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) => ({
    address: `aws_subnet.s${index}`,
    type: "aws_subnet",
    action: "add" as const,
  }));

const failure = { severity: "error", summary: "Invalid CIDR", detail: "line one\n\nline two" } as const;

describe("Exit code", () => {
  test.each([
    ["nothing to change", "plan", aReport(), 0],
    ["a change", "plan", aReport(created(1)), 2],
    ["a change that only Terraform sees", "plan", aReport([], { hasChanges: true }), 2],
    ["a stack that was not asked for", "plan", aReport(created(1), { status: "assumed" }), 0],
    ["an interrupted plan", "plan", aReport([], { status: "interrupted" }), 1],
    ["a stack that waits", "plan", aReport([], { status: "waiting" }), 2],
    ["an error", "plan", aReport([], { status: "failed" }), 1],
    ["an apply", "apply", aReport(created(1), { status: "applied" }), 0],
    ["an apply that waits", "apply", aReport([], { status: "waiting" }), 1],
    ["an apply that a person declined", "apply", aReport(created(1), { status: "declined" }), 1],
  ] as const)("of %s", (_, command, report, code) => {
    expect(exitCodeOf(aRun([report], command))).toBe(code);
  });
});

describe("Summary for people", () => {
  test("is a table with the counts of each stack", () => {
    const waiting = aReport([], { stack: "dev-services", status: "waiting", waitsFor: "dev-data" });
    expect(textSummary(aRun([aReport(created(1)), waiting]), style)).toMatchInlineSnapshot(`
     "stack         add  change  replace  destroy  outputs  status
     dev-data        1       0        0        0        0  planned
     dev-services    0       0        0        0        0  waits for dev-data

     dev-data
         + aws_subnet.s0

     values: --verbose"
    `);
  });

  test("begins with what is lost, in bold, with what forces it", () => {
    const database: Change = {
      address: "aws_db_instance.app",
      type: "aws_db_instance",
      action: "replace",
      attributes: ["engine", "port"],
      replacedFor: ["engine"],
      loses: "its data",
    };
    expect(lines([...created(1), database])).toEqual([
      "*  -/+ aws_db_instance.app  forced by engine; also port*",
      "*        LOSES its data*",
      "    + aws_subnet.s0",
    ]);
  });

  test.each<readonly [string, Partial<Change>, string]>([
    ["changed attributes", { attributes: ["a", "b: c"] }, "~ x.y  a, b: c"],
    ["many of them, shortened", { attributes: [..."abcdefgh"] }, "~ x.y  a, b, c, d, e, f, 2 more"],
    ["a change from outside", { attributes: ["a"], changedOutside: ["a"] }, "~ x.y  a (changed outside)"],
    [
      "what of it came from outside",
      { attributes: ["a", "b"], changedOutside: ["b"] },
      "~ x.y  a, b (changed outside: b)",
    ],
    ["a deletion from outside", { action: "add", changedOutside: "deleted" }, "+ x.y  (deleted outside)"],
    [
      "the place inside of what forces",
      { action: "replace", replacedFor: ["c"], attributes: ["c: api.cpu"] },
      "-/+ x.y  forced by c: api.cpu",
    ],
    [
      "a reason",
      { action: "destroy", reason: "delete_because_no_resource_config" },
      "- x.y  no longer in the configuration",
    ],
    [
      "a reason without words of ours",
      { action: "destroy", reason: "delete_because_wrong_repetition" },
      "- x.y  delete because wrong repetition",
    ],
    ["a move", { action: "move", movedFrom: "x.old" }, "> x.y  was x.old"],
  ])("names %s", (_, change, line) => {
    expect(lines([{ address: "x.y", type: "x", action: "change", ...change }])[0]?.trim()).toBe(line);
  });

  test("counts many new resources by type", () => {
    const database: Change = { address: "aws_db_instance.a", type: "aws_db_instance", action: "add" };
    expect(lines([database, ...created(9)])).toEqual(["    + 9 aws_subnet, aws_db_instance"]);
  });

  test("lists them when asked for everything", () => {
    expect(lines(created(9), true)).toHaveLength(9);
  });

  test("ends with Terraform's own text instead, where it was asked for", () => {
    const text = textSummary(aRun([aReport(created(1), { text: "# aws_subnet.s0" })]), {
      bold,
      isVerbose: true,
    });
    expect(text).toMatch(/ {4}\+ aws_subnet\.s0\n\n\*dev-data in Terraform's words:\*\n\n# aws_subnet\.s0$/);
  });

  test.each([
    ["plan", "Nothing was changed"],
    ["apply", "What was done is in the state"],
  ] as const)(
    "of an interrupted %s says how to go on, and counts nothing that it does not know",
    (command, done) => {
      const report = aReport([], { status: "interrupted", summary: emptySummary });
      const text = textSummary(aRun([report], command), style);
      expect(text).toMatch(/^dev-data +- +- +- +- +- +interrupted$/m);
      expect(text.split("\n").at(-1)).toBe(`Stopped by you. ${done}: run the same command again.`);
    },
  );

  test("says in a word when nothing changes", () => {
    expect(textSummary(aRun([aReport()]), style)).toContain("\n\nNo changes.");
    expect(textSummary(aRun([]), style)).toMatch(/^Nothing to plan/);
  });

  test("ends with Terraform's errors, with stack and place", () => {
    const report = aReport([], {
      status: "failed",
      diagnostics: [{ ...failure, address: "aws_vpc.a", file: "f:1" }],
    });
    const text = textSummary(aRun([report]), style);
    expect(text.split("\n\nError: ")[1]).toBe(
      "Invalid CIDR\n  dev-data, aws_vpc.a, f:1\n  line one\n\n  line two",
    );
    expect(text).not.toContain("No changes");
  });

  test("says of what only the apply showed that it would be refused, after what would change", () => {
    const refused = { status: "failed", wouldBeRefused: true, diagnostics: [failure] } as const;
    expect(textSummary(aRun([aReport(created(1), refused)]), style)).toMatch(
      /\n {4}\+ aws_subnet\.s0\n\ndev-data: an apply would be refused:\n\nError: Invalid CIDR\n/,
    );
  });

  test("does not repeat what a person declined", () => {
    const text = textSummary(aRun([aReport(created(1), { status: "declined" })], "destroy"), style);
    expect(text).not.toContain("aws_subnet.s0");
  });
});

describe("Summary for programs", () => {
  test("holds version, exit code and each stack's changes", () => {
    expect(JSON.parse(jsonSummary(aRun([aReport(created(1))])))).toMatchObject({
      version: 1,
      command: "plan",
      offline: true,
      exitCode: 2,
      stacks: [
        {
          stack: "dev-data",
          hasChanges: true,
          summary: { counts: { add: 1 }, changes: [{ action: "add" }] },
        },
      ],
    });
  });
});

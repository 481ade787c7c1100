import { applyWaivers, type WaiverScope } from "../../../verify/findings/apply-waivers";
import { aFinding, aWaiver } from "../../support/findings";

const scope: WaiverScope = { today: "2026-11-21", rules: new Set(["bucket-private", "other"]) };

describe("A waiver", () => {
  test("takes its finding out", () => {
    expect(applyWaivers([aFinding()], [aWaiver()], scope).findings).toEqual([]);
  });

  test("stays beside what it waives", () => {
    expect(applyWaivers([aFinding()], [aWaiver()], scope).waived).toEqual([
      { ...aFinding(), waiver: aWaiver() },
    ]);
  });

  test.each([
    ["another rule", { rule: "other" }],
    ["another place", { place: "dev-data/aws_s3_bucket.pages" }],
    ["another stack", { place: "prod-data/aws_s3_bucket.logs" }],
  ])("leaves findings of %s", (_, difference) => {
    expect(applyWaivers([aFinding(difference)], [aWaiver()], scope).findings).toHaveLength(1);
  });

  test("does not waive that a rule failed", () => {
    const failure = aFinding({ isFailure: true });
    expect(applyWaivers([failure], [aWaiver()], scope).findings).toEqual([failure]);
  });

  test("holds on its last day", () => {
    const outcome = applyWaivers([aFinding()], [aWaiver({ expires: "2026-11-21" })], scope);
    expect(outcome).toMatchObject({ findings: [], problems: [] });
  });
});

describe("An expired waiver", () => {
  const outcome = applyWaivers([aFinding()], [aWaiver({ expires: "2026-11-20" })], scope);

  test("waives nothing", () => {
    expect(outcome.findings).toEqual([aFinding()]);
  });

  test("is an error at its line", () => {
    expect(outcome.problems).toEqual([
      {
        rule: "waiver-expired",
        severity: "error",
        environment: "dev",
        place: "dev-data/aws_s3_bucket.logs",
        attribute: "waiver of bucket-private",
        must: "must still hold",
        got: "2026-11-20 as its last day",
        advice: expect.stringContaining("verify.json"),
        file: "verify.json",
        line: 3,
      },
    ]);
  });
});

describe("A waiver for nothing", () => {
  function problems(waiver: Parameters<typeof aWaiver>[0], change: Partial<WaiverScope> = {}): string[] {
    const outcome = applyWaivers([], [aWaiver(waiver)], { ...scope, ...change });
    return outcome.problems.map(({ rule, environment }) => `${rule} ${environment}`);
  }

  test("is an error", () => {
    expect(problems({})).toEqual(["waiver-unused dev"]);
  });

  test("of every stack is one of no environment", () => {
    expect(problems({ address: "*/aws_s3_bucket.logs" })).toEqual(["waiver-unused *"]);
  });

  test("is left alone when its rule did not run", () => {
    expect(problems({}, { rules: new Set(["other"]) })).toEqual([]);
  });

  test("is left alone when its stack was not looked at", () => {
    expect(problems({}, { stacks: ["prod-data"] })).toEqual([]);
  });

  test("of every stack is left alone when not all of them were looked at", () => {
    expect(problems({ address: "*/aws_s3_bucket.logs" }, { stacks: ["dev-data"] })).toEqual([]);
  });

  test("is an error when its stack was among those looked at", () => {
    expect(problems({}, { stacks: ["dev-data"] })).toHaveLength(1);
  });
});

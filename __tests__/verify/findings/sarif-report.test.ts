import { z } from "zod";
import { sarifReport } from "../../../verify/findings/sarif-report";
import { aFinding, aReport, aResult, aRule, aWaiver } from "../../support/findings";

const text = z.strictObject({ text: z.string().min(1), markdown: z.string().optional() });
const level = z.enum(["none", "note", "warning", "error"]);
const index = z.int().min(0);

/** The part of the schema of SARIF 2.1.0 that we write; it refuses every property that it does not know. */
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          rules: z.array(
            z.strictObject({
              id: z.string().min(1),
              shortDescription: text,
              fullDescription: text,
              help: text,
              helpUri: z.url(),
              defaultConfiguration: z.strictObject({ level }),
              properties: z.looseObject({ tags: z.array(z.string()).optional() }),
            }),
          ),
        }),
      }),
      invocations: z.tuple([
        z.strictObject({
          executionSuccessful: z.boolean(),
          toolExecutionNotifications: z.array(
            z.strictObject({
              level,
              message: text,
              associatedRule: z.strictObject({ id: z.string(), index }),
            }),
          ),
        }),
      ]),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: index,
          level,
          message: text,
          locations: z.tuple([
            z.strictObject({
              physicalLocation: z
                .strictObject({
                  artifactLocation: z.strictObject({ uri: z.string(), uriBaseId: z.literal("%SRCROOT%") }),
                  region: z.strictObject({ startLine: z.int().min(1) }).optional(),
                })
                .optional(),
              logicalLocations: z.tuple([
                z.strictObject({ fullyQualifiedName: z.string(), kind: z.literal("resource") }),
              ]),
            }),
          ]),
          partialFingerprints: z.record(z.string(), z.string()),
          suppressions: z
            .array(
              z.strictObject({
                kind: z.enum(["inSource", "external"]),
                status: z.enum(["accepted", "underReview", "rejected"]),
                justification: z.string(),
              }),
            )
            .optional(),
        }),
      ),
    }),
  ]),
});

function runOf(...given: Parameters<typeof aReport>) {
  return log.parse(JSON.parse(sarifReport(aReport(...given)))).runs[0];
}

const open = aFinding({ place: "dev-data/aws_s3_bucket.pages", file: "hcl/dev data.tf", line: 12 });
const failure = aFinding({ rule: "broken", isFailure: true, place: "dev" });
const run = runOf(
  [
    aResult({ findings: [open, aFinding()] }),
    aResult({ rule: aRule({ id: "broken", controls: [] }), outcome: "failed", findings: [failure] }),
  ],
  [aWaiver()],
);
const [result, suppressed] = run.results;

describe("A result of SARIF", () => {
  test("names its rule by id and index", () => {
    expect(run.tool.driver.rules[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
  });

  test("says what must hold of what", () => {
    expect(result?.message.text).toBe(
      'dev-data/aws_s3_bucket.pages: acl must be private, got "public-read". Block public access.',
    );
  });

  test("stands at its line of a file, named as a URI from the project's root", () => {
    expect(result?.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: "hcl/dev%20data.tf", uriBaseId: "%SRCROOT%" },
      region: { startLine: 12 },
    });
  });

  test("has only a place where no file is known", () => {
    const [first] = runOf([aResult({ findings: [aFinding()] })]).results;
    expect(first?.locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: "dev-data/aws_s3_bucket.logs", kind: "resource" }] },
    ]);
  });

  test("is not suppressed when nothing waives it", () => {
    expect(result?.suppressions).toBeUndefined();
  });

  test("is suppressed with the reason when it is waived", () => {
    expect(suppressed?.suppressions).toEqual([
      {
        kind: "external",
        status: "accepted",
        justification: "Pictures for the shop's pages (until 2026-12-31)",
      },
    ]);
  });

  test.each(["error", "warning"] as const)("has the level of an %s", (severity) => {
    expect(runOf([aResult({ findings: [aFinding({ severity })] })]).results[0]?.level).toBe(severity);
  });
});

describe("The fingerprint of a result", () => {
  function printsOf(...findings: Parameters<typeof aFinding>[0][]): (string | undefined)[] {
    const { results } = runOf(
      findings.map(aFinding).map((one) => aResult({ rule: aRule({ id: one.rule }), findings: [one] })),
    );
    return results.map(({ partialFingerprints }) => partialFingerprints["primaryLocationLineHash"]);
  }

  test.each([
    ["its line", { line: 99, file: "hcl/dev-data.tf" }],
    ["what is written there", { got: "nothing" }],
  ])("does not change with %s", (_, change) => {
    expect(printsOf(change)).toEqual(printsOf({}));
  });

  test.each([
    ["rule", { rule: "other" }],
    ["place", { place: "prod-data/aws_s3_bucket.logs" }],
    ["attribute", { attribute: "policy" }],
  ])("differs by %s", (_, change) => {
    expect(printsOf(change)).not.toEqual(printsOf({}));
  });

  test("differs between two findings of one attribute", () => {
    expect(new Set(printsOf({ got: "a" }, { got: "b" })).size).toBe(2);
  });
});

describe("A rule of SARIF", () => {
  const rule = run.tool.driver.rules.find(({ id }) => id === "bucket-private");

  test("leads to its documentation", () => {
    expect(rule).toMatchObject({
      helpUri: aRule().page,
      properties: { docs: "docs/rules.md#bucket-private" },
    });
  });

  test("is tagged with the ids of other catalogues", () => {
    expect(rule?.properties.tags).toEqual(["S3.1", "CKV_AWS_53"]);
  });

  test("says what can happen and what to do", () => {
    expect(rule?.help.text).toBe("Everyone could read it. Block public access.");
  });
});

describe("A rule that failed", () => {
  test("is a notification of the tool, not a result", () => {
    expect(run.results.map(({ ruleId }) => ruleId)).not.toContain("broken");
    expect(run.invocations[0].toolExecutionNotifications).toMatchObject([
      { associatedRule: { id: "broken" } },
    ]);
  });

  test("makes the run unsuccessful", () => {
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(runOf([aResult()]).invocations[0].executionSuccessful).toBe(true);
  });
});

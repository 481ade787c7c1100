import { codeQualityReport } from "../../../verify/findings/code-quality-report";
import { jsonReport } from "../../../verify/findings/json-report";
import { tableReport } from "../../../verify/findings/table-report";
import { resultsOf } from "../../../verify/findings/results-of";
import { aFinding, aReport, aResult, aRule, aWaiver } from "../../support/findings";

const report = aReport(
  [
    aResult({
      environment: "prod",
      findings: [
        aFinding({ environment: "prod", place: "prod-data/aws_s3_bucket.logs", severity: "warning" }),
        aFinding({ environment: "prod", place: "prod-data/aws_s3_bucket.pages", attribute: undefined }),
      ],
    }),
    aResult({ findings: [aFinding({ file: "hcl/dev-data.tf", line: 7 })] }),
    aResult({ rule: aRule({ id: "other" }), outcome: "not-applicable", checked: 0 }),
  ],
  [
    aWaiver({ address: "prod-data/aws_s3_bucket.logs" }),
    aWaiver({ address: "*/aws_s3_bucket.gone", line: 9 }),
  ],
);
const clean = aReport([aResult()]);

describe("The table", () => {
  test("groups by environment, and counts at the end", () => {
    expect(tableReport(report)).toMatchInlineSnapshot(`
     "all environments: 1 error
       error    waiver-unused  */aws_s3_bucket.gone
                waiver of bucket-private must be for something, got no such finding. Remove it from \`verify.json\`, or mend its address.
                verify.json:9

     dev: 1 error
       error    bucket-private  dev-data/aws_s3_bucket.logs
                acl must be private, got "public-read". Block public access.
                hcl/dev-data.tf:7

     prod: 1 error
       error    bucket-private  prod-data/aws_s3_bucket.pages
                must be private, got "public-read". Block public access.

     3 errors in 2 environments; 1 waived; 2 rules: 1 checked, 1 with nothing to check, 0 failed"
    `);
  });

  test("of nothing found is its counts", () => {
    expect(tableReport(clean)).toMatchInlineSnapshot(
      `"Nothing found in 1 environment; 0 waived; 1 rule: 1 checked, 0 with nothing to check, 0 failed"`,
    );
  });

  test("does not let what was found steer the terminal", () => {
    const got = "\u001b[2J";
    expect(tableReport(aReport([aResult({ findings: [aFinding({ got })] })]))).toContain("got \ufffd[2J.");
  });

  test("shows environments and errors as the terminal likes", () => {
    const style = { bold: (text: string) => `<b>${text}</b>`, red: (text: string) => `<r>${text}</r>` };
    const [head, row] = tableReport(aReport([aResult({ findings: [aFinding()] })]), style).split("\n");
    expect([head, row]).toEqual([
      "<b>dev</b>: 1 error",
      "  <r>error  </r>  bucket-private  dev-data/aws_s3_bucket.logs",
    ]);
  });
});

describe("The JSON", () => {
  const { version, findings, waived, counts } = JSON.parse(jsonReport(report));

  test("says its version", () => {
    expect(version).toBe(1);
  });

  test("holds findings with all that is known of them", () => {
    expect(findings[1]).toEqual(aFinding({ file: "hcl/dev-data.tf", line: 7 }));
  });

  test("holds what is waived with reason and day", () => {
    expect(waived).toMatchObject([
      {
        place: "prod-data/aws_s3_bucket.logs",
        waiver: { reason: "Pictures for the shop's pages", expires: "2026-12-31" },
      },
    ]);
  });

  test("counts", () => {
    expect(counts).toEqual({
      errors: 3,
      warnings: 0,
      waived: 1,
      environments: 2,
      rules: { checked: 1, notApplicable: 1, failed: 0 },
    });
  });

  test("is the same for findings whose fields come in another order", () => {
    const reversed = Object.fromEntries(Object.entries(aFinding()).toReversed());
    const other = aReport([aResult({ findings: [aFinding(reversed)] })]);
    expect(jsonReport(other)).toBe(jsonReport(aReport([aResult({ findings: [aFinding()] })])));
  });
});

describe("The report for GitLab's code quality", () => {
  const issues: readonly Readonly<Record<string, unknown>>[] = JSON.parse(codeQualityReport(report));

  test("holds what GitLab asks of each", () => {
    expect(issues[1]).toEqual({
      description:
        'dev-data/aws_s3_bucket.logs: acl must be private, got "public-read". Block public access.',
      check_name: "bucket-private",
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}:1$/),
      severity: "critical",
      location: { path: "hcl/dev-data.tf", lines: { begin: 7 } },
    });
  });

  test("leaves out what is waived", () => {
    expect(issues.map(({ location }) => JSON.stringify(location))).not.toContainEqual(
      expect.stringContaining("prod-data/aws_s3_bucket.logs"),
    );
  });
});

describe("A report", () => {
  test("does not depend on the order of results", () => {
    const again = aReport(report.results.toReversed(), [
      aWaiver({ address: "prod-data/aws_s3_bucket.logs" }),
    ]);
    const before = aReport(report.results, [aWaiver({ address: "prod-data/aws_s3_bucket.logs" })]);
    expect([again.findings, again.waived]).toEqual([before.findings, before.waived]);
  });

  test("does not call a waiver unused whose rule nobody asked", () => {
    expect(aReport([aResult({ rule: aRule({ id: "other" }) })], [aWaiver()]).findings).toEqual([]);
  });

  test("takes what was found in plans as results", () => {
    const results = resultsOf([aRule(), aRule({ id: "other" })], ["dev"], [aFinding({ environment: "sit" })]);
    expect(results.map(({ environment, rule, findings }) => [environment, rule.id, findings.length])).toEqual(
      [
        ["dev", "bucket-private", 0],
        ["dev", "other", 0],
        ["sit", "bucket-private", 1],
        ["sit", "other", 0],
      ],
    );
  });
});

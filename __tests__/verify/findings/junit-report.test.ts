import { junitReport } from "../../../verify/findings/junit-report";
import { aFinding, aReport, aResult, aRule, aWaiver } from "../../support/findings";
import { readXml, type XmlElement } from "../../support/read-xml";

function casesOf(report: ReturnType<typeof aReport>, environment = "dev"): readonly XmlElement[] {
  const suites = readXml(junitReport(report)).children;
  return suites.find(({ attributes }) => attributes["name"] === environment)?.children ?? [];
}

/** What is said of the only rule. */
function outcome(...given: Parameters<typeof aReport>): XmlElement | undefined {
  return casesOf(aReport(...given))[0]?.children[0];
}

describe("A case of JUnit", () => {
  test("passes when the rule holds", () => {
    expect(casesOf(aReport([aResult()]))).toEqual([
      {
        name: "testcase",
        attributes: { classname: "dev", name: "bucket-private: Buckets are private" },
        children: [],
        text: "",
      },
    ]);
  });

  test("fails with all that was found, each with its line", () => {
    const findings = [aFinding({ file: "hcl/dev-data.tf", line: 7 }), aFinding({ place: "dev-data/other" })];
    expect(outcome([aResult({ findings })])).toMatchObject({
      name: "failure",
      attributes: { message: "2 found" },
      text: [
        'error dev-data/aws_s3_bucket.logs: acl must be private, got "public-read". Block public access. [hcl/dev-data.tf:7]',
        'error dev-data/other: acl must be private, got "public-read". Block public access.',
      ].join("\n"),
    });
  });

  test("passes with warnings, which are its output", () => {
    const findings = [aFinding({ severity: "warning" })];
    expect(outcome([aResult({ findings })])).toMatchObject({
      name: "system-out",
      text: expect.stringContaining("warning dev-data/aws_s3_bucket.logs"),
    });
  });

  test("is skipped when there is nothing to check", () => {
    expect(outcome([aResult({ outcome: "not-applicable" })])).toMatchObject({
      name: "skipped",
      attributes: { message: "nothing to check" },
    });
  });

  test("is skipped with the reason when all that was found is waived", () => {
    expect(outcome([aResult({ findings: [aFinding()] })], [aWaiver()])).toMatchObject({
      name: "skipped",
      attributes: { message: "waived: Pictures for the shop's pages" },
    });
  });

  test("fails when only a part is waived, and tells both", () => {
    const findings = [aFinding(), aFinding({ place: "dev-data/other" })];
    expect(outcome([aResult({ findings })], [aWaiver()])).toMatchObject({
      name: "failure",
      attributes: { message: "1 found" },
      text: expect.stringMatching(/^error dev-data\/other.*\nwaived: error dev-data\/aws_s3_bucket\.logs/),
    });
  });

  test("is an error when the rule failed", () => {
    const findings = [aFinding({ isFailure: true })];
    expect(outcome([aResult({ outcome: "failed", findings })])?.name).toBe("error");
  });

  test("keeps markup, line breaks and control characters of what was found as text", () => {
    const got = '</failure> & "]]>\u0007\nnext \ud800';
    expect(outcome([aResult({ findings: [aFinding({ got })] })])?.text).toContain(
      '</failure> & "]]>\ufffd\nnext \ufffd.',
    );
  });
});

describe("Suites of JUnit", () => {
  const report = aReport(
    [
      aResult({ environment: "prod", rule: aRule({ id: "other" }), outcome: "not-applicable" }),
      aResult({ environment: "prod", findings: [aFinding({ environment: "prod", place: "prod-data/a" })] }),
      aResult(),
    ],
    [aWaiver({ address: "*/aws_s3_bucket.logs" })],
  );
  const root = readXml(junitReport(report));

  test("are one for each environment, and one for what is about all", () => {
    expect(root.children.map(({ attributes }) => attributes["name"])).toEqual(["*", "dev", "prod"]);
  });

  test("count their cases", () => {
    expect(root.children[2]?.attributes).toEqual({
      name: "prod",
      tests: "2",
      failures: "1",
      errors: "0",
      skipped: "1",
    });
  });

  test("are counted together", () => {
    expect(root.attributes).toMatchObject({ tests: "4", failures: "2", skipped: "1" });
  });

  test("have their cases in the order of ids", () => {
    expect(root.children[2]?.children.map(({ attributes }) => attributes["name"])).toEqual([
      "bucket-private: Buckets are private",
      "other: Buckets are private",
    ]);
  });

  test("tell a problem of a waiver as a case", () => {
    expect(root.children[0]?.children[0]?.attributes["name"]).toMatch(/^waiver-unused: /);
  });
});

import { countRules, rulesThatRan } from "../../../verify/findings/count-rules";
import { runRules, withWarnings } from "../../../verify/findings/run-rules";
import { aRule } from "../../support/findings";
import { environmentWith } from "../../support/verified";

const estate = {
  environments: [
    environmentWith(
      {
        "aws_s3_bucket.open": {
          "//": { metadata: { path: "test-all/Pages/Bucket" } },
          acl: "public-read",
        },
        "aws_s3_bucket.closed": { acl: "private" },
      },
      { production: false },
    ),
  ],
};

const isPrivate = aRule({
  check: (environment) =>
    environment.all("aws_s3_bucket").map((resource) => {
      const { acl } = resource.values;
      if (acl === "private") return { resource };
      return { resource, problem: { attribute: "acl", must: "must be private", got: JSON.stringify(acl) } };
    }),
});
const broken = aRule({
  id: "broken",
  check: () => {
    throw new Error("no such field");
  },
});

describe("A rule", () => {
  const [result] = runRules(estate, [isPrivate]);

  test("counts what it looked at", () => {
    expect(result).toMatchObject({ outcome: "checked", checked: 2, environment: "test" });
  });

  test("makes a finding of each problem, with the rule's fix for advice", () => {
    expect(result?.findings).toEqual([
      {
        rule: "bucket-private",
        severity: "error",
        environment: "test",
        place: "test-all/aws_s3_bucket.open",
        constructPath: "Pages/Bucket",
        attribute: "acl",
        must: "must be private",
        got: '"public-read"',
        advice: "Block public access.",
      },
    ]);
  });

  test("prefers the advice of a problem to its own", () => {
    const advising = aRule({
      check: ({ resources }) =>
        resources.map((resource) => ({ resource, problem: { must: "", got: "", advice: "Remove it." } })),
    });
    expect(runRules(estate, [advising])[0]?.findings[0]?.advice).toBe("Remove it.");
  });

  test("is not applicable where there is nothing to check", () => {
    expect(runRules(estate, [aRule()])[0]?.outcome).toBe("not-applicable");
  });

  test.each([
    [true, "checked"],
    [false, "not-applicable"],
  ])("for production only, in an environment with production %p, is %s", (production, outcome) => {
    const environment = environmentWith({ "aws_s3_bucket.closed": { acl: "private" } }, { production });
    const [only] = runRules({ environments: [environment] }, [{ ...isPrivate, onlyProduction: true }]);
    expect(only?.outcome).toBe(outcome);
  });

  test("tells the lines that are found", () => {
    const locate = () => ({ file: "hcl/test-all.tf", line: 7 });
    expect(runRules(estate, [isPrivate], { locate })[0]?.findings[0]).toMatchObject({
      file: "hcl/test-all.tf",
      line: 7,
    });
  });
});

describe("A rule that throws", () => {
  test("is an error with its message", () => {
    expect(runRules(estate, [{ ...broken, severity: "warning" }])[0]).toMatchObject({
      outcome: "failed",
      findings: [
        {
          rule: "broken",
          severity: "error",
          place: "test",
          got: "an error of the rule: no such field",
          isFailure: true,
        },
      ],
    });
  });

  test("does not keep others from running", () => {
    expect(runRules(estate, [broken, isPrivate])[1]?.findings).toHaveLength(1);
  });

  test("tells its stack trace when asked", () => {
    expect(runRules(estate, [broken], { showsTraces: true })[0]?.findings[0]?.got).toMatch(/\n +at /);
  });
});

describe("Rules that a project takes for advice", () => {
  const [advice, other] = withWarnings([isPrivate, aRule({ id: "other" })], { "bucket-private": "reason" });

  test("are warnings", () => {
    expect(advice?.severity).toBe("warning");
  });

  test("leave the others as they are", () => {
    expect(other?.severity).toBe("error");
  });
});

describe("Counts of rules", () => {
  const results = runRules({ environments: [...estate.environments, environmentWith({})] }, [
    isPrivate,
    aRule({ id: "nothing" }),
    broken,
  ]);

  test("count a rule once, by what came of it anywhere", () => {
    expect(countRules(results)).toEqual({ checked: 1, notApplicable: 1, failed: 1 });
  });

  test("leave rules that failed out of those that ran", () => {
    expect([...rulesThatRan(results)]).toEqual(["bucket-private", "nothing"]);
  });
});

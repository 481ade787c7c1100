import { type Rule } from "../../verify/rules/rule";
import { environmentWith, verifiedEstate, type TestEnvironment } from "./verified";

/** Resources by address, beside what else is said of the environment; it is a production one unless told otherwise. */
export interface RuleCase extends TestEnvironment {
  readonly [address: `${string}.${string}`]: unknown;
}

/** Cases of one rule by what they show; each kind has at least one. */
export interface RuleCases {
  readonly passes: Readonly<Record<string, RuleCase>>;
  /** Each with all its problems, as `address attribute: got`. */
  readonly fails: Readonly<Record<string, readonly [RuleCase, ...string[]]>>;
  /** Files without anything that the rule is about. */
  readonly isNotAbout: Readonly<Record<string, RuleCase>>;
}

/** Tests of the rules of a list: those that each rule shares, and the cases of each by its id. */
export function describeRules(rules: readonly Rule[], casesById: Readonly<Record<string, RuleCases>>): void {
  test("each rule has cases", () => {
    expect(Object.keys(casesById).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });

  describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
    const { passes = {}, fails = {}, isNotAbout = {} } = casesById[id] ?? {};

    test("has cases that pass, that fail, and that it is not about", () => {
      expect([passes, fails, isNotAbout].filter((cases) => Object.keys(cases).length === 0)).toEqual([]);
    });

    test("is described in sentences, with a page", () => {
      expect(rule).toMatchObject({
        id: expect.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)+$/),
        title: expect.stringMatching(/^[A-Z].*[^.]$/),
        page: expect.stringMatching(documentation),
        why: expect.stringMatching(/^[A-Z].*\.$/),
        fix: expect.stringMatching(/^[A-Z].*\.$/),
      });
    });

    for (const [name, files] of Object.entries(passes)) {
      test(`passes: ${name}`, () => expect(problemsOf(rule, files)).toEqual({ isAbout: true, problems: [] }));
    }
    for (const [name, [files, ...problems]] of Object.entries(fails)) {
      test(`fails: ${name}`, () => expect(problemsOf(rule, files)).toEqual({ isAbout: true, problems }));
    }
    for (const [name, files] of Object.entries(isNotAbout)) {
      test(`is not about ${name}`, () =>
        expect(problemsOf(rule, files)).toEqual({ isAbout: false, problems: [] }));
    }
  });
}

/** What the rules of a list find in this repository's environments, as `rule: place attribute: got`. */
export function findingsInOurs(rules: readonly Rule[]): readonly string[] {
  return verifiedEstate().environments.flatMap((environment) =>
    rules
      .filter(({ onlyProduction }) => !onlyProduction || environment.isProduction)
      .flatMap((rule) =>
        rule
          .check(environment)
          .flatMap(({ resource, problem }) =>
            problem ? [`${rule.id}: ${resource.place} ${problem.attribute ?? ""}: ${problem.got}`] : [],
          ),
      ),
  );
}

const documentation =
  /^https:\/\/(docs\.aws\.amazon\.com|registry\.terraform\.io|developer\.hashicorp\.com)\/[\w./#-]+$/;

function problemsOf(rule: Rule, files: RuleCase) {
  const { production = true, declaration, locals, provider, terraform, modules, ...bodies } = files;
  const settings = { production, declaration, locals, provider, terraform, modules };
  const verdicts = rule.check(environmentWith(bodies, settings));
  return {
    isAbout: verdicts.length > 0,
    problems: verdicts.flatMap(({ resource, problem }) => {
      if (problem) expect(problem.must).toMatch(/^must /);
      return problem ? [`${resource.address} ${problem.attribute ?? ""}: ${problem.got}`] : [];
    }),
  };
}

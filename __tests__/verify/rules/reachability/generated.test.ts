import fc from "fast-check";
import { type EnvironmentFiles } from "../../../../verify/estate/estate";
import { reachabilityRules } from "../../../../verify/rules/reachability/rules";
import { definedEstate, generatedEstate } from "../../../support/generated-environment";
import { stacksOf, verifiedEstate } from "../../../support/verified";

const wanted = 15;
const environments = fc
  .sample(generatedEstate(), { seed: 4, numRuns: 4 * wanted })
  .flatMap((drawn) => definedEstate(drawn) ?? [])
  .slice(0, wanted)
  .flatMap((estate) => verifiedEstate(stacksOf(estate)).environments)
  .filter(({ declaration }) => declaration);

function problems(environment: EnvironmentFiles): string[] {
  return reachabilityRules.flatMap(({ id, check }) =>
    check(environment).flatMap(({ problem }) => (problem ? [`${id}: ${problem.got}`] : [])),
  );
}

describe("generated environments", () => {
  test("are as many as wanted, and declare paths to services, databases, the internet and blocks", () => {
    const ends = environments.flatMap(({ declaration }) => (declaration?.paths ?? []).map(({ to }) => to));
    expect(environments.length).toBeGreaterThanOrEqual(wanted);
    for (const end of [/^service\./, /^database\./, /^internet$/, /^\d/])
      expect(ends).toContainEqual(expect.stringMatching(end));
  });

  test.each(environments.map((environment, index) => [index, environment] as const))(
    "have the declared paths and no others: %i",
    (_, environment) => {
      expect(problems(environment)).toEqual([]);
    },
  );
});

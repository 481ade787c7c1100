import { rules } from "../../../verify/rules/rules";
import { readNetwork } from "../../../verify/network/read-network";
import {
  describeDeclared,
  describePath,
  needsDeclaration,
} from "../../../verify/rules/reachability/declared-paths";
import { everyStrategy } from "../../offline/ownership/every-strategy";
import { shopEstate } from "../../support/shop";
import { stacksOf, verifiedEstate } from "../../support/verified";

const [environment] = verifiedEstate(
  stacksOf({ ...shopEstate(), environments: [everyStrategy()] }),
).environments.filter(({ name }) => name === "test");
if (!environment) throw new Error("the environment was not synthesized");

const problems = rules.flatMap((rule) =>
  rule
    .check(environment)
    .flatMap(({ problem, resource }) => (problem ? [`${rule.id} ${resource.place}: ${problem.got}`] : [])),
);

/** What rolling services of the same environment are told, too. */
const told = new Set(
  problems.filter((problem) => /_roll(_|\b)/.test(problem)).map((problem) => problem.split(" ")[0]),
);

describe("The rules over services of every strategy", () => {
  test("find nothing that they do not find of services that roll", () => {
    const ofShifting = problems.filter((problem) =>
      /(web|api)_(shift|canary|linear|cd)\w*_service/.test(problem),
    );
    expect(ofShifting.filter((problem) => !told.has(problem.split(" ")[0]))).toEqual([]);
  });
});

describe("The network of services of every strategy", () => {
  test("has the declared paths and no others", () => {
    const paths = readNetwork(environment).paths.filter(needsDeclaration).map(describePath);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.sort()).toEqual((environment.declaration?.paths ?? []).map(describeDeclared).sort());
  });
});

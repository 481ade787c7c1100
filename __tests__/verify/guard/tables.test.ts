import { bindingSchema } from "../../../offline/schema/binding-schema";
import { statefulTypes, trafficTypes } from "../../../terraform/summary/stateful-types";
import { changeEffects } from "../../../verify/guard/change-effects";
import { databaseEffects } from "../../../verify/guard/database-effects";
import { deletionEffects } from "../../../verify/guard/deletion-effects";
import { guardRules } from "../../../verify/guard/guard-rules";
import { waysRound } from "../../../verify/guard/ways-round";
import { ledgerRules } from "../../../verify/ledger/ledger-rules";

const provider = bindingSchema();
const known = new Set(provider.resourceTypes);

describe("The tables about resources", () => {
  test.each([
    ["what is lost", statefulTypes],
    ["what stops", trafficTypes],
    ["changes", changeEffects],
    ["deletions", deletionEffects],
    ["ways round", waysRound],
  ])("name types that the provider has: %s", (_what, table) => {
    const types = Object.keys(table).filter((type) => type.startsWith("aws_"));
    expect(types.filter((type) => !known.has(type))).toEqual([]);
  });

  test.each([
    ["changes", changeEffects],
    ["ways round", waysRound],
  ])("name attributes that the provider has: %s", (_what, table) => {
    const unknown = Object.entries(table).flatMap(([type, byAttribute]) => {
      // Databases of all kinds share one table.
      const types = type in databaseEffects ? Object.keys(databaseEffects) : [type];
      const names = new Set(["*", ...types.flatMap(namesOf)]);
      return Object.keys(byAttribute).flatMap((name) => (names.has(name) ? [] : [`${type}.${name}`]));
    });
    expect(unknown).toEqual([]);
  });
});

function namesOf(type: string): readonly string[] {
  const { attributes, blocks } = provider.resource(type);
  return [...Object.keys(attributes), ...Object.keys(blocks)];
}

describe("The rules of the guard and the ledger", () => {
  const rules = [...guardRules, ...Object.values(ledgerRules)];

  test("have an id each", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test.each(rules)("$id has a page and whole sentences", ({ page, why, fix }) => {
    expect([page, why, fix]).toEqual([
      expect.stringMatching(/^https:\/\/(docs\.aws\.amazon|developer\.hashicorp)\.com\//),
      expect.stringMatching(/^[A-Z].*\.$/),
      expect.stringMatching(/^[A-Z].*\.$/),
    ]);
  });
});

import { rules } from "../../../verify/rules/rules";
import { ourStacks } from "../../support/verified";
import { controls } from "./controls";
import { mutations } from "./mutations";
import { findingsIn } from "./try-mutation";

const findings = findingsIn(ourStacks());

describe.each(controls.map((control) => [control.name, control] as const))(
  "The control %s",
  (name, control) => {
    const own = mutations.filter((mutation) => mutation.control === name);

    test("is asked for by rules that exist", () => {
      expect(control.rules.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
    });

    test("has a mutation for each of its rules", () => {
      expect(control.rules.filter((id) => !own.some(({ caughtBy }) => caughtBy === id))).toEqual([]);
    });

    test("is kept by our own environments", () => {
      const told = findings.filter(({ rule }) => control.rules.includes(rule));
      expect(told.filter(({ severity }) => severity === "error" || !name.endsWith("(advice)"))).toEqual([]);
    });
  },
);

describe("Rules over files", () => {
  test("each belong to one control", () => {
    const listed = controls.flatMap((control) => control.rules);
    expect(listed.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });
});

describe("Mutations", () => {
  test("are caught by a rule of their control", () => {
    const strays = mutations.filter(({ control, caughtBy }) =>
      controls.some(({ name, rules: own }) => name === control && !own.includes(caughtBy)),
    );
    expect(strays.map(({ id }) => id)).toEqual([]);
  });
});

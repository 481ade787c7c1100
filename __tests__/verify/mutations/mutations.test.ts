import { mutations } from "./mutations";
import { choosePlace, tryMutation, tryOneRule } from "./try-mutation";

const seed = Number(process.env["MUTATION_SEED"] ?? 1);

describe(`A mistake in our own files (MUTATION_SEED=${seed})`, () => {
  test.each(mutations.map((mutation) => [mutation.id, mutation.caughtBy, mutation] as const))(
    "%s is caught by %s",
    (_, caughtBy, mutation) => {
      const told = expect.arrayContaining([expect.objectContaining({ rule: caughtBy })]);
      expect(tryOneRule(mutation, choosePlace(mutation, seed))).toMatchObject({ caught: told });
    },
  );
});

describe("Mutations", () => {
  test("that change nothing are caught by nothing", () => {
    const nothing = mutations.map((mutation) => ({ ...mutation, change: () => undefined }));
    const outcomes = nothing
      .slice(0, 20)
      .map((mutation) => tryMutation(mutation, choosePlace(mutation, seed)));
    expect(outcomes.flatMap(({ caught, others }) => [...caught, ...others])).toEqual([]);
  });

  test("have ids of their own", () => {
    expect(new Set(mutations.map(({ id }) => id)).size).toBe(mutations.length);
  });

  test("are refused where nothing qualifies", () => {
    const [first] = mutations;
    const mutation = first && { ...first, victims: "aws_instance" };
    expect(() => mutation && choosePlace(mutation, seed)).toThrow("nothing to mutate for flow-log-removed");
  });

  test("draw other places for other seeds", () => {
    const mutation = mutations.find(({ id }) => id === "outgoing-half-removed");
    const places = [1, 2, 3, 4, 5, 6].map((one) => mutation && choosePlace(mutation, one).name);
    expect(new Set(places).size).toBeGreaterThan(2);
  });
});

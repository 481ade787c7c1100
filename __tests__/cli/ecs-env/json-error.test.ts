import { jsonError } from "../../../cli/ecs-env/json-error";

describe("An error before any stack ran", () => {
  test("is a summary for programs too, where one was asked for", () => {
    expect(JSON.parse(jsonError(["plan", "dve", "--json"], new Error("no dve")) ?? "")).toEqual({
      ...{ version: 1, command: "plan", exitCode: 1, stacks: [], error: "no dve" },
    });
  });

  test.each([[["plan", "dve"]], [["offline", "--", "npx", "cdktf", "output", "--json"]]])(
    "is text alone for %j",
    (argv) => {
      expect(jsonError(argv, new Error("no dve"))).toBeUndefined();
    },
  );
});

import { defineEnvironments, type EstateInput } from "../../config/define-environments";
import { ConfigError } from "../../problems/config-error";
import { dev, prod, tooling } from "./support/estates";

describe("defineEnvironments", () => {
  test("keeps the order of the list", () => {
    const { environments } = defineEnvironments({ tooling, environments: [prod(), dev()] });
    expect(environments.map(({ name }) => name)).toEqual(["prod", "dev"]);
  });

  test("freezes the list", () => {
    expect(Object.isFrozen(defineEnvironments({ tooling, environments: [dev()] }).environments)).toBe(true);
  });

  test("refuses an empty list", () => {
    expect(() => defineEnvironments({ tooling, environments: [] })).toThrowErrorMatchingInlineSnapshot(`
     "environments/index.ts: 1 problem
       environments  must list at least one environment, got []. Import one and list it, for example environments: [dev]."
    `);
  });

  test("reports all problems between environments at once", () => {
    const twin = prod({
      account: "111111111111",
      "network.cidr": "10.10.64.0/18",
      "registry.account": "888888888888",
    });
    const places = () => {
      try {
        defineEnvironments({ tooling, environments: [dev(), twin] });
        return [];
      } catch (error) {
        return error instanceof ConfigError ? error.problems.map(({ where }) => where) : error;
      }
    };
    expect(places()).toEqual(["prod.account", "prod.network.cidr", "prod.registry.account"]);
  });

  test.each([
    ["a missing import", undefined],
    ["a literal", { name: "dev" }],
    ["a name", "dev"],
  ])("refuses %s in the list", (_, environment) => {
    const input = { tooling, environments: [dev(), environment] } as unknown as EstateInput;
    expect(() => defineEnvironments(input)).toThrow("environments[1]  must be made by defineEnvironment");
  });

  test("says what a file must export when an import is missing", () => {
    const input = { tooling, environments: [undefined] } as unknown as EstateInput;
    expect(() => defineEnvironments(input)).toThrow(
      'Check that environments/<name>.ts has "export const <name> = defineEnvironment({ … })" and that index.ts imports it by that name in braces: import { <name> } from "./<name>".',
    );
  });

  test("refuses something else than a list", () => {
    const input = { tooling, environments: dev() } as unknown as EstateInput;
    expect(() => defineEnvironments(input)).toThrow("environments  must be a list, got an object with name");
  });

  test("refuses a literal as tooling", () => {
    const input = { tooling: { account: "999999999999" }, environments: [dev()] } as unknown as EstateInput;
    expect(() => defineEnvironments(input)).toThrow("tooling  must be made by defineTooling");
  });
});

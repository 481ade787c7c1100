import { repositoriesDiffer, toolingRegistry } from "../../../../config/checks/estate/tooling-registry";
import { dev, estateOf } from "../../support/estates";

describe("toolingRegistry", () => {
  test("accepts the registry of tooling", () => {
    expect(toolingRegistry(estateOf([dev()]))).toEqual([]);
  });

  test("refuses the registry of another account", () => {
    const estate = estateOf([dev({ "registry.account": "888888888888" })]);
    expect(toolingRegistry(estate)).toMatchObject([{ where: "dev.registry.account" }]);
  });

  test("refuses the registry of another region", () => {
    const estate = estateOf([dev({ "registry.region": "eu-north-1" })]);
    expect(toolingRegistry(estate)).toMatchObject([{ where: "dev.registry.region" }]);
  });
});

describe("repositoriesDiffer", () => {
  test("accepts the repository of a sidecar", () => {
    expect(repositoriesDiffer(estateOf([dev()], { repositories: ["otel-collector"] }))).toEqual([]);
  });

  test.each(["api", "seed"])("refuses the repository %s, which is made in any case", (repository) => {
    const estate = estateOf([dev()], { repositories: ["otel-collector", repository] });
    expect(repositoriesDiffer(estate)).toMatchObject([{ where: "tooling.repositories[1]" }]);
  });
});

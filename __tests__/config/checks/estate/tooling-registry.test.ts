import {
  repositoriesDiffer,
  repositoriesExist,
  toolingRegistry,
} from "../../../../config/checks/estate/tooling-registry";
import { dev, devWithContainers, estateOf } from "../../support/estates";

describe("toolingRegistry", () => {
  test("accepts the registry of tooling", () => {
    expect(toolingRegistry(estateOf([dev()]))).toEqual([]);
  });

  test("refuses the registry of another account", () => {
    const estate = estateOf([dev({ "registry.account": "888888888888" })]);
    expect(toolingRegistry(estate)).toMatchObject([{ where: "dev.registry.account" }]);
  });

  test("refuses the registry of another region", () => {
    const estate = estateOf([dev({ region: "eu-north-1" })]);
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

describe("repositoriesExist", () => {
  const registry = "999999999999.dkr.ecr.eu-west-1.amazonaws.com";
  const withImage = (image: string) => devWithContainers([{ name: "otel", image }]);

  test.each([
    `${registry}/api:1`,
    `${registry}/otel-collector:v1`,
    `${registry}/otel-collector@sha256:${"0".repeat(64)}`,
    `${registry}/seed:1`,
    "888888888888.dkr.ecr.eu-west-1.amazonaws.com/theirs:1",
  ])("accepts %s", (image) => {
    expect(repositoriesExist(estateOf([withImage(image)], { repositories: ["otel-collector"] }))).toEqual([]);
  });

  test("refuses an image without a repository", () => {
    expect(repositoriesExist(estateOf([withImage(`${registry}/proxy:1`)]))).toEqual([
      {
        where: "dev.services.api container otel image",
        must: "must be in a repository of tooling",
        got: `"${registry}/proxy:1"`,
        advice: 'Add "proxy" to repositories in environments/tooling.ts.',
      },
    ]);
  });

  test("refuses a seed image without a repository", () => {
    const estate = estateOf([dev({ "registry.seedImage": `${registry}/start:1` })]);
    expect(repositoriesExist(estate)).toMatchObject([{ where: "dev.registry.seedImage" }]);
  });
});

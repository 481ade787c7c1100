import { movableTags } from "../../../../config/checks/estate/movable-tags";
import type { Environment } from "../../../../config/environment";
import { dev, estateOf } from "../../support/estates";

const template = dev();

/** Environments one, two, … that run these services. */
function environmentsWith(services: readonly (readonly string[])[]): readonly Environment[] {
  const [service] = Object.values(template.services);
  return services.map((names, index) => ({
    ...template,
    name: `env${index + 1}`,
    services: Object.fromEntries(names.flatMap((name) => (service ? [[name, service]] : []))),
  }));
}

describe("movableTags", () => {
  test("accepts a service in five environments", () => {
    const environments = environmentsWith(Array.from({ length: 5 }, () => ["api"]));
    expect(movableTags(estateOf(environments))).toEqual([]);
  });

  test("accepts six environments that do not all run the service", () => {
    const environments = environmentsWith([...Array.from({ length: 5 }, () => ["api"]), ["web"]]);
    expect(movableTags(estateOf(environments))).toEqual([]);
  });

  test("refuses a service in a sixth environment, names all six, and says it once", () => {
    const environments = environmentsWith(Array.from({ length: 7 }, () => ["api"]));
    expect(movableTags(estateOf(environments))).toEqual([
      {
        where: "environments/env6.ts services.api",
        must: "must be run by at most 5 environments, because ECR lets 5 tags of a repository move",
        got: "7 (env1, env2, env3, env4, env5, env6, env7)",
        advice:
          "Keep at most 5 environments here; describe further ones in another checkout, with a tooling account of their own.",
      },
    ]);
  });
});

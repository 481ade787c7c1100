import { definedEstate, type GeneratedEstate } from "../support/generated-environment";
import { describeWithTerraform } from "../support/terraform";
import { drawCase, type FuzzOutcome, runCase } from "./fuzz/fuzz-case";
import { shrinkCase } from "./fuzz/shrink-case";

/** Chosen to differ; `npm run fuzz` runs hundreds of others. */
const seeds = [5, 14, 35];

describe("A generated estate", () => {
  test.each(seeds)("of seed %i is one that config/ accepts", (seed) => {
    expect(definedEstate(drawCase(seed).generated)?.environments.length).toBeGreaterThan(0);
  });

  test("is the same for the same seed", () => {
    expect(drawCase(1)).toEqual(drawCase(1));
  });
});

describe("A generated estate that fails", () => {
  const failure = { stack: "x-services", step: "apply", message: 'creating aws_lb: no "x"' } as const;
  /** Fails where a service may open shells. */
  const run = async ({ environments }: GeneratedEstate): Promise<FuzzOutcome> => {
    const services = environments.flatMap(({ input }) => Object.values(input.services));
    const breaks = services.some(({ exec }) => exec === true);
    return { seconds: 0, resources: 0, ...(breaks && { failure }) };
  };

  test("becomes smaller until nothing can be left out", async () => {
    const { generated } = drawCase(58);
    const { environments, tooling } = await shrinkCase(generated, failure, run);
    expect(Object.keys(tooling)).toEqual(["account", "region", "repositories"]);
    expect(environments.map(({ input }) => Object.values(input.services))).toEqual([
      [expect.objectContaining({ exec: true })],
    ]);
    expect(environments[0]?.input).not.toHaveProperty("tags");
  });
});

describeWithTerraform("A generated estate that config/ accepts", () => {
  test.each(seeds)(
    "of seed %i is applied, and planned again without a change",
    async (seed) => {
      const { failure, resources } = await runCase(drawCase(seed).generated);
      expect(failure).toBeUndefined();
      expect(resources).toBeGreaterThan(50);
    },
    60_000,
  );
});

import { definedEstate } from "../support/generated-environment";
import { describeWithTerraform } from "../support/terraform";
import { drawCase, runCase } from "./fuzz/fuzz-case";

/** Chosen to differ; `npm run fuzz` runs hundreds of others. */
const seeds = [1, 2, 3];

describe("A generated estate", () => {
  test.each(seeds)("of seed %i is one that config/ accepts", (seed) => {
    expect(definedEstate(drawCase(seed).generated)?.environments.length).toBeGreaterThan(0);
  });

  test("is the same for the same seed", () => {
    expect(drawCase(1)).toEqual(drawCase(1));
  });
});

describeWithTerraform("A generated estate that config/ accepts", () => {
  test.each(seeds)("of seed %i is applied, and planned again without a change", async (seed) => {
    const { failure, resources } = await runCase(drawCase(seed).generated);
    expect(failure).toBeUndefined();
    expect(resources).toBeGreaterThan(50);
  }, 60_000);
});

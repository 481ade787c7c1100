import { regions as limitRegions } from "../../../limits/regions";
import { regions } from "../../../offline/regions/regions";

describe("regions", () => {
  test("hold every region that an environment may name", () => {
    expect(regions.map(({ name }) => name)).toEqual(expect.arrayContaining([...limitRegions]));
  });

  test.each(regions.map(({ name, zones }) => [name, zones]))(
    "%s: letters rise, no id twice",
    (_name, zones) => {
      const letters = zones.split(" ").map((zone) => zone.slice(0, 1));
      expect(letters).toEqual([...letters].sort());
      expect(new Set(zones.split(" ").map((zone) => zone.slice(1))).size).toBe(letters.length);
    },
  );
});

import { zonesInRegion } from "../../../config/checks/zones-in-region";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("zonesInRegion", () => {
  test("accepts the zones a, b and c", () => {
    expect(placesOf(zonesInRegion, devInput({ "network.zones": ["a", "b", "c"] }))).toEqual([]);
  });

  test("accepts further zones where a region has them", () => {
    const input = devInput({ region: "us-east-1", "network.zones": ["d", "f"] });
    expect(placesOf(zonesInRegion, input)).toEqual([]);
  });

  test("refuses a zone that the region lacks", () => {
    expect(saysOf(zonesInRegion, devInput({ "network.zones": ["a", "d"] }))).toEqual([
      'network.zones must be zones of eu-west-1: a, b or c, got "d". Use ["a","b"], or another region.',
    ]);
  });

  test("says nothing about the zones of a region that was refused", () => {
    expect(placesOf(zonesInRegion, devInput({ region: "nowhere", "network.zones": ["a", "d"] }))).toEqual([]);
  });
});

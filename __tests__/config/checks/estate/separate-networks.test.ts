import { separateNetworks } from "../../../../config/checks/estate/separate-networks";
import { dev, estateOf, prod } from "../../support/estates";

describe("separateNetworks", () => {
  test("accepts neighbours", () => {
    const estate = estateOf([
      dev({ "network.cidr": "10.0.0.0/16" }),
      prod({ "network.cidr": "10.1.0.0/16" }),
    ]);
    expect(separateNetworks(estate)).toEqual([]);
  });

  test.each([
    ["10.0.0.0/16", "10.0.0.0/16"],
    ["10.0.0.0/16", "10.0.128.0/20"],
    ["10.0.128.0/20", "10.0.0.0/16"],
  ])("refuses %s beside %s", (one, other) => {
    const estate = estateOf([dev({ "network.cidr": one }), prod({ "network.cidr": other })]);
    expect(separateNetworks(estate)).toEqual([
      {
        where: "prod.network.cidr",
        must: `must not overlap "dev" (${one})`,
        got: `"prod" (${other})`,
        advice: "Pick another block for the newer of the two: a VPC that exists cannot be renumbered.",
      },
    ]);
  });
});

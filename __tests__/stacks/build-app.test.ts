import { environmentOf } from "../../stacks/build-app";
import { shopEstate } from "../support/shop";

describe("The environment that a name means", () => {
  const shop = shopEstate();
  const [dev] = shop.environments;
  if (!dev) throw new Error("the shop has no environment");
  const estate = { ...shop, environments: [...shop.environments, { ...dev, name: "dev-eu" }] };

  test.each([
    ["dev", "dev"],
    ["dev-network", "dev"],
    ["dev-eu-network", "dev-eu"],
    ["tooling-delivery", "tooling"],
    ["developer", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("of %p is %p", (name, expected) => {
    expect(environmentOf(estate, name)).toBe(expected);
  });
});

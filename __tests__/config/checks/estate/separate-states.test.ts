import { separateStates } from "../../../../config/checks/estate/separate-states";
import { dev, estateOf, prod } from "../../support/estates";

describe("separateStates", () => {
  test("accepts local states", () => {
    expect(separateStates(estateOf([dev(), prod()]))).toEqual([]);
  });

  test("accepts a bucket for each account", () => {
    const estate = estateOf([
      dev({ state: { bucket: "dev-state" } }),
      prod({ state: { bucket: "prod-state" } }),
    ]);
    expect(separateStates(estate)).toEqual([]);
  });

  test("refuses one bucket for two environments", () => {
    const state = { bucket: "shop-state" };
    expect(separateStates(estateOf([dev({ state }), prod({ state })]))).toMatchObject([
      { where: "prod.state.bucket", must: 'must not be the bucket of "dev"' },
    ]);
  });

  test("refuses the bucket of tooling", () => {
    const state = { kind: "s3", bucket: "shop-state", region: "eu-west-1" } as const;
    const estate = estateOf([dev({ state: { bucket: "shop-state" } })], { state });
    expect(separateStates(estate)).toMatchObject([{ where: "dev.state.bucket" }]);
  });
});

import {
  toolingAccountDiffers,
  uniqueAccounts,
  uniqueDomains,
  uniqueNames,
} from "../../../../config/checks/estate/unique-identity";
import { dev, estateOf, prod } from "../../support/estates";

const account = "111111111111";

describe("uniqueNames", () => {
  test("accepts different names", () => {
    expect(uniqueNames(estateOf([dev(), prod()]))).toEqual([]);
  });

  test("refuses one name twice", () => {
    const problems = uniqueNames(estateOf([dev(), dev({ account: "222222222222" })]));
    expect(problems).toMatchObject([{ where: "dev.name", got: '"dev"' }]);
  });
});

describe("uniqueAccounts", () => {
  test("accepts different accounts", () => {
    expect(uniqueAccounts(estateOf([dev(), prod()]))).toEqual([]);
  });

  test("refuses one account twice and names the other environment", () => {
    expect(uniqueAccounts(estateOf([dev(), prod({ account })]))).toMatchObject([
      { where: "prod.account", must: 'must be another account than that of "dev"', got: `"${account}"` },
    ]);
  });
});

describe("toolingAccountDiffers", () => {
  test("accepts an account of its own", () => {
    expect(toolingAccountDiffers(estateOf([dev()]))).toEqual([]);
  });

  test("refuses an environment in the tooling account", () => {
    expect(toolingAccountDiffers(estateOf([dev()], { account }))).toMatchObject([{ where: "dev.account" }]);
  });
});

describe("uniqueDomains", () => {
  const domain = { zone: "example.com", name: "shop.example.com" };

  test("accepts environments without a domain", () => {
    expect(uniqueDomains(estateOf([dev(), dev({ name: "dev" })]))).toEqual([]);
  });

  test("refuses one name in two environments", () => {
    expect(uniqueDomains(estateOf([dev({ domain }), prod()]))).toMatchObject([{ where: "prod.domain.name" }]);
  });
});

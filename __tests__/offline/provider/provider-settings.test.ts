import { readProviderSettings } from "../../../offline/provider/provider-settings";
import { allTags } from "../../../offline/provider/default-tags";
import { unknown, type Value, type Values } from "../../../offline/values/value";

const config: Values = {
  region: "eu-west-1",
  allowed_account_ids: ["111111111111"],
  forbidden_account_ids: null,
  default_tags: [{ tags: { Environment: "dev" } }],
  assume_role: [],
};

describe("The account of a provider", () => {
  test("is the first that the configuration allows", () => {
    expect(readProviderSettings(config, undefined).settings.account).toBe("111111111111");
  });

  test("is the one of the role to assume", () => {
    const role = { ...config, assume_role: [{ role_arn: "arn:aws:iam::222222222222:role/plan" }] };
    expect(readProviderSettings(role, "111111111111").settings.account).toBe("222222222222");
  });

  test("is refused when it is not allowed, in the provider's words", () => {
    expect(readProviderSettings(config, "333333333333").diagnostics).toMatchObject([
      {
        severity: "error",
        summary: "AWS account ID not allowed: 333333333333",
        path: ["allowed_account_ids"],
      },
    ]);
  });

  test("is refused when it is forbidden", () => {
    const forbidding = { ...config, allowed_account_ids: null, forbidden_account_ids: ["333333333333"] };
    expect(readProviderSettings(forbidding, "333333333333").diagnostics).toMatchObject([
      { path: ["forbidden_account_ids"] },
    ]);
  });

  test("is accepted when it is allowed", () => {
    expect(readProviderSettings(config, "111111111111").diagnostics).toEqual([]);
  });

  test("is accepted while Terraform does not know what is allowed", () => {
    expect(
      readProviderSettings({ ...config, allowed_account_ids: unknown }, "333333333333").diagnostics,
    ).toEqual([]);
  });
});

describe("The region of a provider", () => {
  test("must be given", () => {
    expect(readProviderSettings({ ...config, region: null }, undefined).diagnostics).toMatchObject([
      { path: ["region"] },
    ]);
  });

  test.each([
    ["eu-west-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
  ])("%s is of partition %s", (region, partition) => {
    expect(readProviderSettings({ ...config, region }, undefined).settings.partition).toBe(partition);
  });
});

describe("All tags of a resource", () => {
  const { settings } = readProviderSettings(config, undefined);

  test("are the provider's and its own", () => {
    expect(allTags({ tags: { Name: "a" } }, settings)).toEqual({ Environment: "dev", Name: "a" });
  });

  test("prefer its own", () => {
    expect(allTags({ tags: { Environment: "x" } }, settings)).toEqual({ Environment: "x" });
  });

  test("are the provider's for one without tags", () => {
    expect(allTags({ tags: null }, settings)).toEqual({ Environment: "dev" });
  });

  test("are unknown while its own are", () => {
    expect(allTags({ tags: unknown }, settings)).toBe(unknown);
  });

  test.each<[string, Value]>([
    ["are", [{ tags: unknown }]],
    ["block is", unknown],
  ])("are unknown while the provider's %s", (_, default_tags) => {
    const late = readProviderSettings({ ...config, default_tags }, undefined);
    expect(allTags({ tags: {} }, late.settings)).toBe(unknown);
  });
});

import { type Values } from "../../../offline/values/value";
import { refusal, values } from "./world";

describe("aws_availability_zones", () => {
  const type = "aws_availability_zones";

  test("lists names and ids in AWS's order", () => {
    expect(values(type, {}, [], "eu-west-2")).toEqual({
      id: "eu-west-2",
      names: ["eu-west-2a", "eu-west-2b", "eu-west-2c"],
      zone_ids: ["euw2-az2", "euw2-az3", "euw2-az1"],
      group_names: ["eu-west-2"],
    });
  });

  test("knows six zones in Virginia and no letter c in Montreal", () => {
    expect(values(type, {}, [], "us-east-1")["names"]).toHaveLength(6);
    expect(values(type, {}, [], "ca-central-1")["names"]).toEqual([
      "ca-central-1a",
      "ca-central-1b",
      "ca-central-1d",
    ]);
  });

  test.each([
    ["by name", { exclude_names: ["eu-west-1a"] }, ["eu-west-1b", "eu-west-1c"]],
    ["by id", { exclude_zone_ids: ["euw1-az2"] }, ["eu-west-1a", "eu-west-1c"]],
  ])("leaves out zones %s", (_how, configuration, names) => {
    expect(values(type, configuration)["names"]).toEqual(names);
  });

  test.each([
    ["opt-in-status", "opt-in-not-required", 3],
    ["zone-type", "local-zone", 0],
    ["zone-name", "*b", 1],
    ["region-name", "eu-west-1", 3],
  ])("filters by %s %s", (name, value, count) => {
    expect(values(type, { filter: [{ name, values: [value] }] })["names"]).toHaveLength(count);
  });

  test("has no zones that are unavailable", () => {
    expect(values(type, { state: "unavailable" })["names"]).toEqual([]);
  });

  test("does not know a region that does not exist", () => {
    expect(refusal(type, {}, [], "eu-west-9")).toMatch(/^The region eu-west-9 does not exist/);
  });
});

describe("aws_availability_zone", () => {
  const type = "aws_availability_zone";

  test.each<Values>([{ name: "eu-central-1a" }, { zone_id: "euc1-az2" }])(
    "is found by %j",
    (configuration) => {
      expect(values(type, configuration, [], "eu-central-1")).toMatchObject({
        name: "eu-central-1a",
        zone_id: "euc1-az2",
        name_suffix: "a",
      });
    },
  );

  test("of another region does not exist", () => {
    expect(refusal(type, { name: "us-east-1a" })).toBe("no matching EC2 Availability Zone found");
  });

  test("must be one", () => {
    expect(refusal(type, {})).toMatch(/^multiple EC2 Availability Zones matched/);
  });
});

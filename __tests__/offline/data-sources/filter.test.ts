import { pattern } from "../../../offline/data-sources/filter";
import { existing, values } from "./world";

describe("a filter's pattern", () => {
  test.each([
    ["dev-*", "dev-api", true],
    ["dev-*", "a-dev-api", false],
    ["dev-?", "dev-a", true],
    ["dev-?", "dev-ab", false],
    ["a.b", "axb", false],
    ["a(b)[c]", "a(b)[c]", true],
    ["dev-\\*", "dev-*", true],
    ["dev-\\*", "dev-a", false],
    ["*", "", true],
  ])("%s against %s: %p", (text, value, matches) => {
    expect(pattern(text).test(value)).toBe(matches);
  });
});

describe("filter blocks", () => {
  const things = [
    existing("aws_subnet", {
      id: "a",
      vpc_id: "vpc-1",
      tags: { Tier: "public" },
      map_public_ip_on_launch: true,
    }),
    existing("aws_subnet", { id: "b", vpc_id: "vpc-1", tags_all: { Tier: "private" } }),
    existing("aws_subnet", { id: "c", vpc_id: "vpc-2", tags: { Tier: "public" } }),
  ];
  const found = (...filter: readonly { name: string; values: readonly string[] }[]): unknown =>
    values("aws_subnets", { filter }, things)["ids"];

  test("take any of the values of one block", () => {
    expect(found({ name: "vpc-id", values: ["vpc-1", "vpc-2"] })).toEqual(["a", "b", "c"]);
  });

  test("must all match", () => {
    expect(found({ name: "vpc-id", values: ["vpc-1"] }, { name: "tag:Tier", values: ["pub*"] })).toEqual([
      "a",
    ]);
  });

  test("see the provider's tags, too", () => {
    expect(found({ name: "tag:Tier", values: ["private"] })).toEqual(["b"]);
  });

  test("compare truth values as text", () => {
    expect(found({ name: "map-public-ip-on-launch", values: ["true"] })).toEqual(["a"]);
  });

  test("find who has a tag at all", () => {
    expect(found({ name: "tag-key", values: ["Tier"] })).toEqual(["a", "b", "c"]);
  });
});

import { tagSyntax } from "../../../../offline/rules/every-type/tag-syntax";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function tags(count: number) {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`tag${at}`, "x"]));
}

describe("Tags", () => {
  test.each<[string, Value]>([
    ["fifty", tags(50)],
    ["longest key and value", { ["k".repeat(128)]: "v".repeat(256) }],
    ["none", null],
    ["unknown", unknown],
    ["one unknown value", { Name: unknown }],
  ])("are accepted: %s", (_, value) => {
    expect(codes(tagSyntax, aChange("aws_vpc", { tags: value, tags_all: unknown }))).toEqual([]);
  });

  test.each<[string, Value, string]>([
    ["fifty-one", tags(51), "TooManyTags"],
    ["long key", { ["k".repeat(129)]: "v" }, "InvalidTag"],
    ["long value", { k: "v".repeat(257) }, "InvalidTag"],
    ["AWS's prefix", { "aws:name": "v" }, "InvalidTag"],
  ])("are refused: %s", (_, value, code) => {
    expect(codes(tagSyntax, aChange("aws_vpc", { tags: value, tags_all: unknown }))).toEqual([code]);
  });

  test("of the provider count too", () => {
    expect(codes(tagSyntax, aChange("aws_vpc", { tags: tags(1), tags_all: tags(51) }))).toEqual([
      "TooManyTags",
    ]);
  });
});

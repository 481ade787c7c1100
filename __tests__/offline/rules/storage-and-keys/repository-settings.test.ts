import { repositorySettings } from "../../../../offline/rules/storage-and-keys/repository-settings";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

const filters = (count: number) => ({
  image_tag_mutability_exclusion_filter: Array.from({ length: count }, () => ({
    filter: "dev",
    filter_type: "WILDCARD",
  })),
});

describe("A repository", () => {
  test.each<[string, Values]>([
    ["five movable tags", { image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION", ...filters(5) }],
    ["none", { image_tag_mutability: "IMMUTABLE", ...filters(0) }],
    ["unknown", { image_tag_mutability: unknown, ...filters(1) }],
  ])("is accepted: %s", (_, values) => {
    expect(codes(repositorySettings, aChange("aws_ecr_repository", values))).toEqual([]);
  });

  test.each<[string, Values]>([
    ["six movable tags", { image_tag_mutability: "IMMUTABLE_WITH_EXCLUSION", ...filters(6) }],
    ["movable tags while all are fixed", { image_tag_mutability: "IMMUTABLE", ...filters(1) }],
  ])("is refused: %s", (_, values) => {
    expect(codes(repositorySettings, aChange("aws_ecr_repository", values))).toEqual([
      "InvalidParameterException",
    ]);
  });
});

describe("A lifecycle policy", () => {
  const rules = (...priorities: number[]) =>
    JSON.stringify({ rules: priorities.map((rulePriority) => ({ rulePriority })) });

  test.each<[string, Value]>([
    ["two rules", rules(1, 2)],
    ["unknown", unknown],
  ])("is accepted: %s", (_, policy) => {
    expect(codes(repositorySettings, aChange("aws_ecr_lifecycle_policy", { policy }))).toEqual([]);
  });

  test.each([
    ["not JSON", "{"],
    ["no rule", rules()],
    ["no priority", '{"rules":[{}]}'],
    ["the same priority", rules(1, 1)],
  ])("is refused: %s", (_, policy) => {
    expect(codes(repositorySettings, aChange("aws_ecr_lifecycle_policy", { policy }))).toEqual([
      "InvalidParameterException",
    ]);
  });
});

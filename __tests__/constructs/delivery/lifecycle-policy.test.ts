import { lifecyclePolicy } from "../../../constructs/delivery/lifecycle-policy";

interface Rule {
  readonly rulePriority: number;
  readonly selection: Readonly<Record<string, unknown>>;
  readonly action: unknown;
}

function rulesFor(environmentTags: readonly string[], keptImages = 200): readonly Rule[] {
  return (lifecyclePolicy(environmentTags, keptImages) as { readonly rules: readonly Rule[] }).rules;
}

describe("lifecyclePolicy", () => {
  test("has a rule for each environment's tag, because a rule with two means images that have both", () => {
    const tags = rulesFor(["dev", "prod"]).flatMap((rule) => rule.selection["tagPatternList"] ?? []);
    expect(tags).toEqual(["dev", "prod"]);
  });

  test("protects what environments run: their rules come first and never expire an image", () => {
    const [dev, prod, ...others] = rulesFor(["dev", "prod"]);
    expect([dev, prod].map((rule) => rule?.selection["countNumber"])).toEqual([9999, 9999]);
    const first = Math.min(...others.map((rule) => rule.rulePriority));
    expect(Math.max(dev?.rulePriority ?? 0, prod?.rulePriority ?? 0)).toBeLessThan(first);
  });

  test.each([[[]], [["dev"]], [["a", "b", "c", "d", "e"]]])(
    "gives every rule another priority for %j",
    (tags) => {
      const priorities = rulesFor(tags).map((rule) => rule.rulePriority);
      expect(new Set(priorities).size).toBe(priorities.length);
    },
  );

  test("has its rule for any image last, as ECR demands", () => {
    const rules = rulesFor(["dev"]);
    const any = rules.filter((rule) => rule.selection["tagStatus"] === "any");
    expect(any.map((rule) => rule.rulePriority)).toEqual([
      Math.max(...rules.map((rule) => rule.rulePriority)),
    ]);
  });

  test("keeps the newest images to roll back to", () => {
    expect(rulesFor([], 50).at(-1)?.selection).toEqual({
      tagStatus: "any",
      countType: "imageCountMoreThan",
      countNumber: 50,
    });
  });

  test("forgets images without tags after two weeks", () => {
    expect(rulesFor([])[0]?.selection).toEqual({
      tagStatus: "untagged",
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: 14,
    });
  });

  test("does nothing but expire", () => {
    const actions = rulesFor(["dev"]).map((rule) => rule.action);
    expect(actions).toEqual(Array(3).fill({ type: "expire" }));
  });
});

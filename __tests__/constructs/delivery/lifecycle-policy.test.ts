import { lifecyclePolicy, type KeptImages } from "../../../constructs/delivery/lifecycle-policy";
import { healthyImageTag } from "../../../contract/image-tags";
import { expiredImages, type StoredImage } from "../../support/expire-images";

interface Rule {
  readonly rulePriority: number;
  readonly selection: Readonly<Record<string, unknown>>;
  readonly action: unknown;
}

const environmentTags = ["dev", "prod"];
const policy = lifecyclePolicy({ environmentTags, healthy: 2, others: 3 });

function rulesFor(kept: Partial<KeptImages> = {}): readonly Rule[] {
  const document = lifecyclePolicy({ environmentTags: [], healthy: 100, others: 200, ...kept });
  return (document as { readonly rules: readonly Rule[] }).rules;
}

/** The newest first. */
function images(...tags: (readonly string[])[]): StoredImage[] {
  return tags.map((own, index) => ({ name: `image ${index}`, tags: own }));
}

/** Builds that no environment ran. */
function builds(count: number): (readonly string[])[] {
  return Array.from({ length: count }, (_, index) => [`commit-${index}`]);
}

describe("The lifecycle of images", () => {
  test("keeps what an environment runs, however old", () => {
    const all = images(...builds(10), ["dev"], ["prod"]);
    expect(expiredImages(policy, all)).not.toContain("image 10");
    expect(expiredImages(policy, all)).not.toContain("image 11");
  });

  test("keeps what an environment may roll back to, however many builds came after", () => {
    const all = images(...builds(10), ["healthy-prod-1"], ["healthy-prod-0"]);
    expect(expiredImages(policy, all)).not.toContain("image 10");
    expect(expiredImages(policy, all)).not.toContain("image 11");
  });

  test("keeps what was healthy in the last environment, however often the first changed since", () => {
    const deploys = Array.from({ length: 10 }, (_, index) => [`healthy-dev-${index}`]);
    const released = ["healthy-dev-x", "healthy-prod-x"];
    expect(expiredImages(policy, images(...deploys, released))).not.toContain("image 10");
  });

  test("forgets images that were healthy long ago", () => {
    const all = images(["healthy-dev-3"], ["healthy-dev-2"], ["healthy-dev-1"]);
    expect(expiredImages(policy, all)).toEqual(["image 2"]);
  });

  test("forgets old builds that no environment ran", () => {
    expect(expiredImages(policy, images(...builds(5)))).toEqual(["image 3", "image 4"]);
  });

  test("knows the tags that deploys put", () => {
    expect(
      expiredImages(policy, images(...builds(5), [healthyImageTag("prod", "sha256:0123456789abcdef0123")])),
    ).not.toContain("image 5");
  });
});

describe("The rules of a lifecycle", () => {
  test.each([[[]], [["dev"]], [["a", "b", "c", "d", "e"]]])("have priorities of their own for %j", (tags) => {
    const priorities = rulesFor({ environmentTags: tags }).map((rule) => rule.rulePriority);
    expect(new Set(priorities).size).toBe(priorities.length);
  });

  test("have the one for any image last, as ECR demands", () => {
    const rules = rulesFor({ environmentTags });
    const any = rules.filter((rule) => rule.selection["tagStatus"] === "any");
    expect(any.map((rule) => rule.rulePriority)).toEqual([
      Math.max(...rules.map((rule) => rule.rulePriority)),
    ]);
  });

  test("name one tag each, because a rule with two means images that have both", () => {
    const lists = rulesFor({ environmentTags }).flatMap((rule) => rule.selection["tagPatternList"] ?? []);
    expect(lists).toEqual(["dev", "prod", "healthy-prod-*", "healthy-dev-*"]);
  });

  test("forget images without tags after two weeks", () => {
    expect(rulesFor()[0]?.selection).toEqual({
      tagStatus: "untagged",
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: 14,
    });
  });

  test("do nothing but expire", () => {
    const actions = rulesFor({ environmentTags: ["dev"] }).map((rule) => rule.action);
    expect(actions).toEqual(Array(4).fill({ type: "expire" }));
  });
});

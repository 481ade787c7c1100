/** How many images each rule keeps; a rule cannot say "all". */
const everyImage = 9999;

/**
 * The lifecycle policy of an image repository: what an environment runs stays, and so do the newest images that it may
 * roll back to.
 *
 * An image that matches a rule cannot be expired by a rule of lower priority, so every environment tag gets a rule of
 * its own (a rule with several tags means images that have all of them).
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function lifecyclePolicy(environmentTags: readonly string[], keptImages: number): object {
  const protection = environmentTags.map((tag, index) => ({
    rulePriority: index + 1,
    description: `Keep what ${tag} runs`,
    selection: {
      tagStatus: "tagged",
      tagPatternList: [tag],
      countType: "imageCountMoreThan",
      countNumber: everyImage,
    },
    action: { type: "expire" },
  }));
  const untagged = {
    rulePriority: 100,
    description: "Forget images that lost their tags",
    selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
    action: { type: "expire" },
  };
  const oldest = {
    rulePriority: 200,
    description: `Keep the newest ${keptImages} images to roll back to`,
    selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: keptImages },
    action: { type: "expire" },
  };
  return { rules: [...protection, untagged, oldest] };
}

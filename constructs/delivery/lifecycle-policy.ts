import { healthyTagPrefix } from "../../contract/image-tags";

/** How many images each rule keeps; a rule cannot say "all". */
const everyImage = 9999;

export interface KeptImages {
  /** Tags of the environments, in the order of promotion. */
  readonly environmentTags: readonly string[];
  /** Newest images that were healthy, of each environment. */
  readonly healthy: number;
  /** Newest images besides. */
  readonly others: number;
}

/**
 * The lifecycle policy of an image repository: what an environment runs stays, and so does what it may roll back to.
 *
 * An image that matches a rule cannot be expired by a rule of lower priority, so every environment tag gets a rule of
 * its own (a rule with several tags means images that have all of them), and what was healthy in the last environment comes before what
 * was healthy in the first, which changes more often. Children of a multi-architecture image have no tag; ECR keeps them as long as their image.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 */
export function lifecyclePolicy({ environmentTags, healthy, others }: KeptImages): object {
  const running = environmentTags.map((tag) => ({
    description: `Keep what ${tag} runs`,
    selection: {
      tagStatus: "tagged",
      tagPatternList: [tag],
      countType: "imageCountMoreThan",
      countNumber: everyImage,
    },
  }));
  const healthyIn = environmentTags.toReversed().map((environment) => ({
    description: `Keep the newest ${healthy} images that were healthy in ${environment}`,
    selection: {
      tagStatus: "tagged",
      tagPatternList: [`${healthyTagPrefix(environment)}*`],
      countType: "imageCountMoreThan",
      countNumber: healthy,
    },
  }));
  const untagged = {
    description: "Forget images that lost their tags",
    selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 },
  };
  const oldest = {
    description: `Keep the newest ${others} images that no environment ran`,
    selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: others },
  };
  return {
    rules: [
      ...byPriority(1, running),
      // Counted down from the first: an environment more changes no other's rule.
      ...byPriority(100 - healthyIn.length, healthyIn),
      ...byPriority(100, [untagged]),
      ...byPriority(200, [oldest]),
    ],
  };
}

function byPriority(first: number, rules: readonly object[]): object[] {
  return rules.map((rule, index) => ({
    rulePriority: first + index,
    ...rule,
    action: { type: "expire" },
  }));
}

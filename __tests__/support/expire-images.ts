/** An image of a repository; the newest come first in a list of them. */
export interface StoredImage {
  readonly name: string;
  readonly tags: readonly string[];
}

interface LifecycleRule {
  readonly rulePriority: number;
  readonly selection: {
    readonly tagStatus: string;
    readonly tagPatternList?: readonly string[];
    readonly countType: string;
    readonly countNumber: number;
  };
}

/**
 * Names of the images that a lifecycle policy expires, as ECR decides it: an image that matches the tags of a rule is safe from rules of
 * lower priority. Ages are left out: images without tags expire here at once.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html
 */
export function expiredImages(policy: object, images: readonly StoredImage[]): string[] {
  const { rules } = policy as { readonly rules: readonly LifecycleRule[] };
  const ordered = rules.toSorted((a, b) => a.rulePriority - b.rulePriority);
  const decided = new Set<StoredImage>();
  const expired = ordered.flatMap(({ selection }) => {
    const matching = images.filter((image) => isSelected(selection, image));
    const tooMany =
      selection.countType === "imageCountMoreThan" ? matching.slice(selection.countNumber) : matching;
    const gone = tooMany.filter((image) => !decided.has(image));
    matching.forEach((image) => decided.add(image));
    return gone;
  });
  return expired.map(({ name }) => name);
}

function isSelected(
  { tagStatus, tagPatternList = [] }: LifecycleRule["selection"],
  { tags }: StoredImage,
): boolean {
  if (tagStatus === "any") return true;
  if (tagStatus === "untagged") return tags.length === 0;
  return tagPatternList.every((pattern) => {
    const expression = new RegExp(`^${pattern.replaceAll("*", ".*")}$`);
    return tags.some((tag) => expression.test(tag));
  });
}

import { type Resource } from "../../estate/resource";
import { blocksOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { isOneOf, judge } from "../attribute-rule";
import { type Rule, type Verdict } from "../rule";

export const imageTagsAreImmutable: Rule = {
  id: "image-tags-are-immutable",
  title: "Tags of images do not move, but those of environments",
  severity: "error",
  controls: ["ECR.2", "CKV_AWS_51"],
  page: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  why: "Under a tag that moves, another image than the tested one may start, and a rollback finds something else.",
  fix: 'Set `image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"`, with a filter for each environment\'s tag.',
  check: (environment) =>
    environment.all("aws_ecr_repository").flatMap((repository) => [
      judge(repository, {
        attribute: "image_tag_mutability",
        must: "must be IMMUTABLE or IMMUTABLE_WITH_EXCLUSION",
        default: "MUTABLE",
        holds: isOneOf("IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"),
      }),
      ...exclusionsOf(repository),
    ]),
};

function exclusionsOf(resource: Resource): readonly Verdict[] {
  return blocksOf(resource.values, "image_tag_mutability_exclusion_filter").flatMap(({ filter = null }) => {
    // A word with a star, such as `dev-*`, is still a name; a star alone is every tag.
    if (typeof filter === "string" && !/^\**$/.test(filter)) return [];
    const attribute = "image_tag_mutability_exclusion_filter.filter";
    return [{ resource, problem: { attribute, must: "must name some tags", got: showValue(filter) } }];
  });
}

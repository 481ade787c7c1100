import { type Resource } from "../../estate/resource";
import { isMap } from "../../values/fields-of";
import { itemsOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Value } from "../../values/value";
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

const exclusions = "image_tag_mutability_exclusion_filter";

function exclusionsOf(resource: Resource): readonly Verdict[] {
  const written = itemsOf(resource.values[exclusions]);
  return written
    .map((block) => (isMap(block) ? block["filter"] : block))
    .filter((filter) => !namesTags(filter))
    .map((filter): Verdict => {
      const attribute = `${exclusions}.filter`;
      return { resource, problem: { attribute, must: "must name some tags", got: showValue(filter) } };
    });
}

/** A word with a star, such as `dev-*`, is still a name; a star alone is every tag. */
function namesTags(filter: Value | undefined): boolean {
  return typeof filter === "string" && !/^\**$/.test(filter);
}

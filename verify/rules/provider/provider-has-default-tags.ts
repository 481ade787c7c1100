import { attributeOf } from "../attribute-rule";
import { isMap } from "../../values/fields-of";
import { isOpen } from "../../values/plain-values";
import { type Rule, type Verdict } from "../rule";
import { awsProviders } from "./aws-providers";

export const providerHasDefaultTags: Rule = {
  id: "provider-has-default-tags",
  title: "Each AWS provider sets default tags",
  severity: "warning",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block",
  why: "Without tags nobody can tell what belongs to which environment and team, on the bill or in an incident.",
  fix: "Set `default_tags` of the provider, with the environment and the team.",
  check: (environment) =>
    awsProviders(environment).map((resource): Verdict => {
      const tags = attributeOf(resource.values, "default_tags.tags");
      if (isOpen(tags) || (isMap(tags) && Object.keys(tags).length > 0)) return { resource };
      return { resource, problem: { attribute: "default_tags", must: "must set tags", got: "nothing" } };
    }),
};

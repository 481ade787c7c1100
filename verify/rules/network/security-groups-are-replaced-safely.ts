import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { referencesIn } from "../../values/plain-values";
import { lifecycleOf } from "../lifecycle-of";
import { type Rule, type Verdict } from "../rule";

/** Only about groups that something wears: load balancers, services, databases, endpoints. */
export const securityGroupsAreReplacedSafely: Rule = {
  id: "security-groups-are-replaced-safely",
  title: "Security groups in use are created anew before the old one goes",
  severity: "warning",
  controls: [],
  page: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group#recreating-a-security-group",
  why: "AWS refuses to delete a group that is worn: a change of its name or description then fails in the middle of an apply.",
  fix: "Set `lifecycle { create_before_destroy = true }`, and `name_prefix` instead of `name`: two groups cannot share a name.",
  check: (environment) => {
    const worn = wornGroups(environment);
    return environment
      .all("aws_security_group")
      .filter((group) => worn.has(group))
      .map((resource): Verdict => {
        if (lifecycleOf(resource).createBeforeDestroy) return { resource };
        const must = "must be true for a group in use";
        return { resource, problem: { attribute: "lifecycle.create_before_destroy", must, got: "nothing" } };
      });
  },
};

/** Rules belong to a group, they do not wear it. */
const ruleTypes = /^aws_(default_)?(vpc_)?security_group/;

function wornGroups(environment: EnvironmentFiles): ReadonlySet<Resource> {
  const wearers = environment.resources.filter(({ type }) => !ruleTypes.test(type));
  return new Set(wearers.flatMap(({ values }) => referencesIn(values).map(({ resource }) => resource)));
}

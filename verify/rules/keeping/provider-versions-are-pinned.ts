import { judge } from "../attribute-rule";
import { type Rule } from "../rule";
import { requiredProviders } from "./settings-of";

export const providerVersionsArePinned: Rule = {
  id: "provider-versions-are-pinned",
  title: "Versions of providers have an upper bound",
  severity: "warning",
  controls: [],
  page: "https://developer.hashicorp.com/terraform/language/providers/requirements#version-constraints",
  why: "A new major version changes defaults and removes attributes: the same files then make another plan.",
  fix: 'Set `version` to one version, or to a range with an end such as `"~> 6.25"`.',
  check: (environment) =>
    requiredProviders(environment).map((provider) =>
      judge(provider, {
        attribute: "version",
        must: "must be one version or a range with an end",
        holds: (version) => String(version).split(",").some(isBound),
      }),
    ),
};

/** `6.25.0`, `= 6.25.0`, `~> 6.25`, `< 7.0`; neither `>= 6.0` nor `!= 6.1`. */
function isBound(constraint: string): boolean {
  return /^\s*(=|~>|<=?)?\s*v?\d/.test(constraint);
}

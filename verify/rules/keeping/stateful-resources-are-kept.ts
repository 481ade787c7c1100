import { statefulTypes } from "../../../terraform/summary/stateful-types";
import { lifecycleOf } from "../lifecycle-of";
import { type Rule, type Verdict } from "../rule";
import { keptTypes, mustBeKept } from "./kept-types";

export const statefulResourcesAreKept: Rule = {
  id: "stateful-resources-are-kept",
  title: "No plan can destroy what production cannot lose",
  severity: "error",
  controls: [],
  page: "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#prevent_destroy",
  why: "One changed attribute may replace a resource; the apply then deletes the old one with all that is in it.",
  fix: "Set `lifecycle { prevent_destroy = true }`: such a plan fails before anything is changed.",
  check: (environment) =>
    environment
      .all(...keptTypes)
      .filter((resource) => mustBeKept(resource, environment))
      .map((resource): Verdict => {
        if (lifecycleOf(resource).preventDestroy) return { resource };
        const lost = statefulTypes[resource.type] ?? "what it serves";
        const must = `must be true, or a plan may take ${lost}`;
        return { resource, problem: { attribute: "lifecycle.prevent_destroy", must, got: "nothing" } };
      }),
};

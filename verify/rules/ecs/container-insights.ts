import { blocksOf, isOpen } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type Verdict } from "../rule";

export const containerInsights: Rule = {
  id: "cluster-container-insights",
  title: "Clusters have Container Insights",
  severity: "error",
  controls: ["ECS.12", "CKV_AWS_65"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-12",
  why: "Without its metrics nobody sees that tasks restart, or lack memory, before users do.",
  fix: 'Add `setting { name = "containerInsights", value = "enabled" }`, or `enhanced`.',
  check: (environment) =>
    environment.all("aws_ecs_cluster").map((resource): Verdict => {
      const settings = blocksOf(resource.values, "setting");
      const value = settings.find(({ name }) => name === "containerInsights")?.["value"];
      if (value === "enabled" || value === "enhanced") return { resource };
      const got = isOpen(resource.values["setting"])
        ? showValue(resource.values["setting"])
        : showValue(value);
      return {
        resource,
        problem: { attribute: "setting", must: "must set containerInsights to enabled or enhanced", got },
      };
    }),
};

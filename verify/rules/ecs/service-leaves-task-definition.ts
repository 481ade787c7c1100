import { lifecycleOf } from "../lifecycle-of";
import { type Rule, type Verdict } from "../rule";

/** A warning: whether a pipeline deploys outside of Terraform is not in the files. */
export const serviceLeavesTaskDefinition: Rule = {
  id: "service-leaves-task-definition",
  title: "Services leave their task definition to the pipeline",
  severity: "warning",
  controls: [],
  page: "https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes",
  why: "When a pipeline deploys revisions of its own, the next apply puts the old image back.",
  fix: "Set `ignore_changes = [task_definition]` in the service's `lifecycle`, unless Terraform alone deploys.",
  check: (environment) =>
    environment
      .all("aws_ecs_service")
      .filter(({ values }) => values["task_definition"] !== undefined)
      .map((resource): Verdict => {
        const { ignores } = lifecycleOf(resource);
        if (ignores.some((name) => name === "task_definition" || name === "all")) return { resource };
        const must = "must name task_definition where a pipeline deploys";
        const got = ignores.length === 0 ? "nothing" : ignores.join(", ");
        return { resource, problem: { attribute: "lifecycle.ignore_changes", must, got } };
      }),
};

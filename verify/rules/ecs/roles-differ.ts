import { isUnset } from "../../values/plain-values";
import { isSame } from "../../values/is-same";
import { showValue } from "../../values/show-value";
import { Unknown } from "../../values/value";
import { type Rule, type Verdict } from "../rule";

/** Only about tasks with both roles. Roles that the files do not tell differ when they are written differently. */
export const rolesDiffer: Rule = {
  id: "task-roles-differ",
  title: "The role of a task is not the role that starts it",
  severity: "error",
  controls: ["CKV_AWS_249"],
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-iam-roles.html",
  why: "The execution role reads secrets and pulls images: with it an application can read every secret of its task, and more.",
  fix: "Give the task a `task_role_arn` of its own, with what the application itself needs.",
  check: (environment) =>
    environment.all("aws_ecs_task_definition").flatMap((resource): readonly Verdict[] => {
      const { task_role_arn: own, execution_role_arn: starting } = resource.values;
      if (isUnset(own) || isUnset(starting)) return [];
      const areSame = own instanceof Unknown ? showValue(own) === showValue(starting) : isSame(own, starting);
      if (!areSame) return [{ resource }];
      const must = "must not be the execution role";
      return [{ resource, problem: { attribute: "task_role_arn", must, got: showValue(own) } }];
    }),
};

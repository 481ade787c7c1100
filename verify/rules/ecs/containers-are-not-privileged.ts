import { booleanOf, isUnset } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { containerRule } from "./container-rule";

export const containersAreNotPrivileged = containerRule({
  id: "containers-are-not-privileged",
  title: "Containers are not privileged",
  severity: "error",
  controls: ["ECS.4", "CKV_AWS_334"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-4",
  why: "A privileged container is root on the machine that it runs on, and so on all other containers there.",
  fix: "Leave `privileged` out; add single capabilities in `linuxParameters` where one is needed.",
  wrong: ({ values: { privileged } }) =>
    isUnset(privileged) || booleanOf(privileged) === false
      ? []
      : [{ attribute: "privileged", must: "must be false", got: showValue(privileged) }],
});

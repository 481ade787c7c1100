import { isOpen, isPlain } from "../../values/plain-values";
import { fieldsOf } from "../../values/fields-of";
import { showValue } from "../../values/show-value";
import { containerRule } from "./container-rule";

export const containersLog = containerRule({
  id: "containers-log",
  title: "Containers log",
  severity: "error",
  controls: ["ECS.9"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-9",
  why: "What a container prints is gone with its task, and with it the reason why it stopped.",
  fix: "Give the container a `logConfiguration`, such as `awslogs` with a log group.",
  wrong: ({ values: { logConfiguration: log } }) => {
    const { logDriver: driver } = fieldsOf(log);
    if (isPlain(driver) && driver !== "" && driver !== "none") return [];
    const got = showValue(isOpen(log) ? log : driver);
    return [{ attribute: "logConfiguration", must: "must name a log driver", got }];
  },
});

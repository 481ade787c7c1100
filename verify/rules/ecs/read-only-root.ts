import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { booleanOf, isUnset } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { attributeOf, showDefault } from "../attribute-rule";
import { containerRule } from "./container-rule";
import { servicesOf } from "./services";

/**
 * A writable root needs a reason. ECS Exec is one, which AWS does not support with a read-only root and which the files
 * show; any other is told in a waiver. Windows knows no such setting.
 */
export const readOnlyRoot = containerRule({
  id: "read-only-root",
  title: "Containers have a read-only root file system",
  severity: "error",
  controls: ["ECS.5", "CKV_AWS_336"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5",
  why: "Whoever breaks into a container with a writable root can change the application and stay.",
  fix: "Set `readonlyRootFilesystem` to true and mount a volume where the application writes, such as `/tmp`.",
  wrong: ({ values }, task, environment) => {
    const written = values["readonlyRootFilesystem"];
    if (booleanOf(written) === true || isWindows(task) || hasExec(task, environment)) return [];
    const got = isUnset(written) ? showDefault(false) : showValue(written);
    return [{ attribute: "readonlyRootFilesystem", must: "must be true", got }];
  },
});

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
function hasExec(task: Resource, environment: EnvironmentFiles): boolean {
  return servicesOf(task, environment).some(
    ({ values }) => booleanOf(values["enable_execute_command"]) === true,
  );
}

function isWindows({ values }: Resource): boolean {
  return /^"?WINDOWS/.test(showValue(attributeOf(values, "runtime_platform.operating_system_family")));
}

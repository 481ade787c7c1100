import { type Resource } from "../../estate/resource";
import { blocksOf, isOpen, isUnset } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { type Rule, type RuleProblem } from "../rule";

/** What a task can share with its machine, and what is right instead. */
const shared: Readonly<Record<string, string>> = {
  network_mode: "must be awsvpc",
  pid_mode: "must be left out, or task",
  ipc_mode: "must be left out, or task",
};

export const tasksAreApartFromHost: Rule = {
  id: "tasks-are-apart-from-host",
  title: "Tasks share neither network, processes, memory nor files with their machine",
  severity: "error",
  controls: ["ECS.1", "ECS.3", "CKV_AWS_335"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-3",
  why: "From such a task the processes, connections and files of the machine and of all its other tasks can be read.",
  fix: "Use `network_mode = awsvpc`; leave out `pid_mode`, `ipc_mode` and `host_path` of volumes.",
  check: (environment) =>
    environment.all("aws_ecs_task_definition").flatMap((resource) => {
      const problems = [...sharedModes(resource), ...hostVolumes(resource)];
      return problems.length === 0 ? [{ resource }] : problems.map((problem) => ({ resource, problem }));
    }),
};

function sharedModes({ values }: Resource): readonly RuleProblem[] {
  return Object.entries(shared).flatMap(([attribute, must]) => {
    const value = values[attribute];
    return value === "host" || isOpen(value) ? [{ attribute, must, got: showValue(value) }] : [];
  });
}

function hostVolumes({ values }: Resource): readonly RuleProblem[] {
  return blocksOf(values, "volume").flatMap(({ name, host_path: path }) => {
    if (isUnset(path) || path === "") return [];
    const attribute = `volume.${String(name)}.host_path`;
    return [{ attribute, must: "must be left out", got: showValue(path) }];
  });
}

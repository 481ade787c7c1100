import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { type Rule, type RuleDescription, type RuleProblem, type Verdict } from "../rule";
import { type Container, containersOf } from "./containers-of";

/** What each container of each task definition must hold. */
export interface ContainerExpectation extends RuleDescription {
  /** What is wrong with a container; each problem names its field inside the container as `attribute`. */
  readonly wrong: (
    container: Container,
    task: Resource,
    environment: EnvironmentFiles,
  ) => readonly (RuleProblem & { readonly attribute: string })[];
}

/** A rule about containers. Documents that the files do not tell are told by the rule `containers-can-be-read` alone. */
export function containerRule({ wrong, ...rule }: ContainerExpectation): Rule {
  return {
    ...rule,
    check: (environment) =>
      environment.all("aws_ecs_task_definition").flatMap((task): readonly Verdict[] => {
        const containers = containersOf(task) ?? [];
        const problems = containers.flatMap((container) =>
          wrong(container, task, environment).map((problem) => ({
            ...problem,
            attribute: `${container.attribute}.${problem.attribute}`,
          })),
        );
        if (problems.length > 0) return problems.map((problem) => ({ resource: task, problem }));
        return containers.length > 0 ? [{ resource: task }] : [];
      }),
  };
}

import type { Problem } from "../../problems/problem";
import { fieldPath } from "../../problems/field-path";
import type { EnvironmentCheck } from "./environment-check";

/** The agent of exec sessions writes into the container. @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations */
export const execFileSystem: EnvironmentCheck = ({ services }) =>
  [...(services ?? [])].flatMap(([name, { exec, containers }]): Problem[] => {
    const application = containers?.find((container) => container.name === name);
    if (!exec || !application || application.readonlyRootFilesystem === false) return [];
    return [
      {
        where: fieldPath("services", [name, "exec"]),
        must: "must be false while the application container's root file system is read-only, because sessions write there",
        got: "true",
        advice: `Set "readonlyRootFilesystem": false in the container file and writableContainers: { "${name}": "Shell sessions" }, or leave exec out.`,
      },
    ];
  });

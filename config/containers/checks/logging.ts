import type { Finding } from "../finding";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** Logs are the library's: CloudWatch, or the task's own log router. */
export const loggingIsOurs: ContainerCheck = {
  reads: ["logConfiguration", "firelensConfiguration"],
  find: (containers) => {
    const hasRouter = containers.some(({ firelensConfiguration }) => firelensConfiguration);
    return containers.flatMap(({ logConfiguration, firelensConfiguration }, index): Finding[] => {
      if (!logConfiguration) return [];
      const { logDriver } = logConfiguration;
      const got = `driver ${showText(logDriver)}`;
      if (!hasRouter || firelensConfiguration) {
        const must = firelensConfiguration
          ? "must be absent from the log router, because the library sends its own logs to CloudWatch"
          : "must be absent, because the library adds the awslogs driver with the log group of the service";
        return [{ path: [index, "logConfiguration"], must, got, advice: 'Remove "logConfiguration".' }];
      }
      if (logDriver === "awsfirelens") return [];
      const must = 'must be "awsfirelens" in a task with a log router';
      const advice = 'Write "awsfirelens", or remove "logConfiguration" to log to CloudWatch.';
      return [{ path: [index, "logConfiguration", "logDriver"], must, got: showText(logDriver), advice }];
    });
  },
};

/** ECS refuses a second log router; on Fargate a router reads its settings from its image. */
export const logRouterWorks: ContainerCheck = {
  reads: ["firelensConfiguration"],
  find: (containers) => {
    const routers = containers.flatMap(({ firelensConfiguration }, index) =>
      firelensConfiguration ? [{ index, options: firelensConfiguration.options ?? {} }] : [],
    );
    const second = routers.slice(1).map(({ index }): Finding => {
      const must = "must be in one container of the task only";
      const path = [index, "firelensConfiguration"];
      return { path, must, got: "a second one", advice: "Keep one log router per task." };
    });
    const sources = routers.flatMap(({ index, options }): Finding[] => {
      const source = options["config-file-type"];
      if (source === undefined || source === "file") return [];
      const path = [index, "firelensConfiguration", "options", "config-file-type"];
      const advice = 'Put the file into the image and write "file".';
      return [{ path, must: 'must be "file" on Fargate', got: showText(source), advice }];
    });
    return [...second, ...sources];
  },
};

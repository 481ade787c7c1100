import { type TaskDefinition } from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { type Script } from "../time/clock";
import { writeLog } from "./task-log";
import { runTaskContainers, stopTask, type TaskState } from "./tasks";

/** How a one-off task of a family goes. */
export interface OneOffOutcome {
  /** @default 0 */
  readonly exitCode?: number;
  /** @default ["done"] */
  readonly logLines?: readonly string[];
  /** Beats that it runs. @default 2 */
  readonly beats?: number;
}

/** Starts, writes its log, and ends. */
export function* oneOffTask(region: Region, state: TaskState, definition: TaskDefinition): Script {
  const {
    exitCode = 0,
    logLines = ["done"],
    beats = 2,
  } = region.oneOffOutcomes.get(definition.family ?? "")?.shift() ?? {};
  const { task } = state;
  yield 1;
  if (!runTaskContainers(region, state, definition)) return;
  const overridden = task.overrides?.containerOverrides?.[0]?.name;
  const container = overridden ?? definition.containerDefinitions?.[0]?.name ?? "";
  writeLog(region, definition, container, task, logLines);
  yield beats;
  stopTask(region, task, {
    code: "EssentialContainerExited",
    reason: "Essential container in task exited",
    exitCodes: { [container]: exitCode },
  });
}

import type {
  Deployment,
  DeploymentAlarms,
  RollingDeployment,
  ShiftingDeployment,
} from "../contract/deployment";
import type { DeploymentDraft } from "./draft";
import { allKnown, known } from "./known";

/** The deployment of a frontend or backend. @throws Error when a field was refused but not reported (a bug). */
export function completeDeployment(draft: DeploymentDraft, service: string): Deployment {
  const where = `${service}.deployment`;
  const strategy = known(draft.strategy, `${where}.strategy`);
  if (strategy === "rolling") return completeRolling(draft, service);
  const testHeader = known(draft.testHeader, `${where}.testHeader`);
  return {
    strategy,
    controller: known(draft.controller, `${where}.controller`),
    bakeMinutes: known(draft.bakeMinutes, `${where}.bakeMinutes`),
    ...stepsOf(strategy, draft, where),
    ...(testHeader === "none" ? {} : { testHeader }),
    hooks: known(draft.hooks, `${where}.hooks`),
    ...common(draft, where),
  };
}

/** The deployment of a worker, and of whatever rolls. @throws Error when another strategy was not reported (a bug). */
export function completeRolling(draft: DeploymentDraft, service: string): RollingDeployment {
  const { strategy } = draft;
  if (strategy !== "rolling") throw new Error(`${service}.deployment.strategy was refused but not reported`);
  return { strategy, controller: "ecs", ...common(draft, `${service}.deployment`) };
}

function stepsOf(
  strategy: ShiftingDeployment["strategy"],
  draft: DeploymentDraft,
  where: string,
): Pick<ShiftingDeployment, "canary" | "linear"> {
  const { percent, canaryBakeMinutes, stepPercent, stepBakeMinutes } = draft;
  switch (strategy) {
    case "blue-green":
      return {};
    case "canary":
      return { canary: allKnown({ percent, bakeMinutes: canaryBakeMinutes }, where) };
    case "linear":
      return { linear: allKnown({ stepPercent, stepBakeMinutes }, where) };
  }
}

function common(draft: DeploymentDraft, where: string): Pick<RollingDeployment, "alarms" | "changesFrom"> {
  const changesFrom = known(draft.changesFrom, `${where}.changesFrom`);
  return {
    alarms: completeAlarms(draft.alarms, `${where}.alarms`),
    ...(changesFrom === "none" ? {} : { changesFrom }),
  };
}

function completeAlarms(draft: DeploymentDraft["alarms"], where: string): DeploymentAlarms {
  const { errorPercent, ...alarms } = allKnown(draft, where);
  return { ...alarms, ...(errorPercent === "none" ? {} : { errorPercent }) };
}

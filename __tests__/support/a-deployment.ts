import type { DeploymentAlarms, RollingDeployment, ShiftingDeployment } from "../../contract/deployment";

/** Alarms as environment files have them by default. */
export const alarms: DeploymentAlarms = {
  names: [],
  errorPercent: 5,
  periodSeconds: 60,
  evaluationPeriods: 3,
};

export function rolling(settings: Partial<RollingDeployment> = {}): RollingDeployment {
  return { strategy: "rolling", controller: "ecs", alarms, ...settings };
}

const steps = {
  "blue-green": {},
  canary: { canary: { percent: 10, bakeMinutes: 10 } },
  linear: { linear: { stepPercent: 10, stepBakeMinutes: 5 } },
} as const;

/** A deployment that shifts traffic, with ECS itself unless it says otherwise. */
export function shifting(
  strategy: ShiftingDeployment["strategy"],
  settings: Partial<ShiftingDeployment> = {},
): ShiftingDeployment {
  return { strategy, controller: "ecs", bakeMinutes: 5, hooks: [], alarms, ...steps[strategy], ...settings };
}

import type { RollingDeployment } from "../../contract/deployment";

/** What a service gets that says nothing about its deployments. */
export const defaultDeployment: RollingDeployment = {
  strategy: "rolling",
  controller: "ecs",
  alarms: { names: [], periodSeconds: 60, evaluationPeriods: 3 },
};

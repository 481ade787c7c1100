import type { Service } from "@aws-sdk/client-ecs";

/** Minutes that a deployment waits on purpose: between its steps, and at its end before the old tasks stop. */
export function bakeMinutes({ deploymentConfiguration }: Service): number {
  const { bakeTimeInMinutes = 0, canaryConfiguration, linearConfiguration } = deploymentConfiguration ?? {};
  const steps = Math.ceil(100 / (linearConfiguration?.stepPercent ?? 100));
  return (
    bakeTimeInMinutes +
    (canaryConfiguration?.canaryBakeTimeInMinutes ?? 0) +
    steps * (linearConfiguration?.stepBakeTimeInMinutes ?? 0)
  );
}

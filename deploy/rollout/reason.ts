import type { DeploymentLook } from "./look";

/** Why a deployment failed, in words: what AWS flags first, then its own sentence. */
export function reasonOf(deployment: DeploymentLook | undefined): string {
  if (deployment === undefined) return "AWS does not list the deployment any more";
  const flagged = [
    deployment.alarms.length > 0 ? `alarms fired (${deployment.alarms.join(", ")})` : undefined,
    deployment.failedHooks.length > 0 ? `hooks refused it (${deployment.failedHooks.join(", ")})` : undefined,
    deployment.isBreakerTripped ? "its tasks kept failing (circuit breaker)" : undefined,
    deployment.reason?.replace(/\.\s*$/, ""),
  ].filter((text) => text !== undefined && text !== "");
  return flagged.length > 0 ? flagged.join("; ") : `AWS says ${deployment.status} and no reason`;
}

import { quotas } from "../../limits/quotas";
import { forEachService } from "./environment-check";

/*
 * When a task stops, the load balancer sends it no new requests and waits for the running ones; meanwhile the task must
 * not be killed. No request is lost when longest request ≤ deregistration delay ≤ stop timeout, and when the load balancer
 * does not cut the request first.
 */

/** The load balancer cuts a request that stays silent. */
export const requestsEndInTime = forEachService(
  ({ longestRequestSeconds: longest }, where, { loadBalancers }) => {
    const idle = loadBalancers.idleTimeoutSeconds;
    if (longest === undefined || idle === undefined || longest <= idle) return [];
    const must = `must be at most the idle timeout of the load balancers (${idle}), which cut a silent request`;
    const advice = "Raise loadBalancers.idleTimeoutSeconds, or answer long requests step by step.";
    return [{ where: `${where}.longestRequestSeconds`, must, got: String(longest), advice }];
  },
);

/** The load balancer waits for running requests. */
export const deregistrationWaits = forEachService((service, where) => {
  const { longestRequestSeconds: longest, deregistrationDelaySeconds: delay } = service;
  if (longest === undefined || delay === undefined || delay >= longest) return [];
  const must = `must be at least longestRequestSeconds (${longest}), or running requests are cut`;
  const advice = `Use ${longest}, or say with longestRequestSeconds how long requests really take.`;
  return [{ where: `${where}.deregistrationDelaySeconds`, must, got: String(delay), advice }];
});

/** ECS waits for the load balancer. */
export const stopWaits = forEachService((service, where) => {
  const { deregistrationDelaySeconds: delay, stopTimeoutSeconds: stop } = service;
  if (delay === undefined || stop === undefined || delay <= stop) return [];
  const must = `must be at most stopTimeoutSeconds (${stop}), or tasks are killed with requests running`;
  const advice =
    delay <= quotas.stopTimeoutSeconds
      ? `Set stopTimeoutSeconds to ${delay}, or lower the delay.`
      : `Say with longestRequestSeconds how long requests really take: Fargate waits ${quotas.stopTimeoutSeconds} seconds at most.`;
  return [{ where: `${where}.deregistrationDelaySeconds`, must, got: String(delay), advice }];
});

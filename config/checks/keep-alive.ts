import { forEachService } from "./environment-check";

/** A server that closes a silent connection first answers the load balancer's next request on it with a reset: a 502. */
export const keepAlive = forEachService(({ keepAliveSeconds }, where, { loadBalancers }) => {
  const idle = loadBalancers.idleTimeoutSeconds;
  if (keepAliveSeconds === undefined || idle === undefined || keepAliveSeconds > idle) return [];
  const must = `must be longer than the idle timeout of the load balancers (${idle})`;
  const advice = `Configure the server with ${idle + 5} and write that here.`;
  return [{ where: `${where}.keepAliveSeconds`, must, got: String(keepAliveSeconds), advice }];
});

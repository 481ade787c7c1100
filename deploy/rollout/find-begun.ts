import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts, Surroundings } from "../ports/ports";
import { findLatestRollout } from "./find-rollout";

/** How often AWS is asked, and milliseconds in between: for some seconds ECS may describe a service as it was. */
const looks = 5;
const pause = 1_000;

/**
 * The deployment of a revision whose start AWS did not confirm: the ECS deployment's or CodeDeploy's id; undefined when AWS knows of none.
 *
 * @param error what came instead of the answer
 */
export async function findBegun(
  error: unknown,
  target: DeliveryTarget,
  revisionArn: string,
  ports: AwsPorts,
  { sleep }: Pick<Surroundings, "sleep">,
): Promise<string | undefined> {
  for (let look = 1; ; look += 1) {
    const begun = await findNow(target, revisionArn, ports);
    if (begun !== undefined || isRefusal(error) || look === looks) return begun;
    await sleep(pause);
  }
}

async function findNow(
  target: DeliveryTarget,
  revisionArn: string,
  ports: AwsPorts,
): Promise<string | undefined> {
  const service = await ports.ecs.describeService(target.cluster, target.serviceName);
  if (service === undefined) return undefined;
  if (target.controller === "ecs") {
    return service.deployments?.find(({ taskDefinition }) => taskDefinition === revisionArn)?.id;
  }
  const latest = await findLatestRollout(target, service, ports);
  return latest?.revisionArn === revisionArn ? latest.deployment : undefined;
}

/** Whether AWS said no to the one attempt there was: after others without an answer, the no may be to the second. */
function isRefusal(error: unknown): boolean {
  const metadata: object = Object(Reflect.get(Object(error), "$metadata"));
  const status = Number(Reflect.get(metadata, "httpStatusCode"));
  return Reflect.get(metadata, "attempts") === 1 && status >= 400 && status < 500;
}

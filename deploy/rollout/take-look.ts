import type { Service } from "@aws-sdk/client-ecs";
import type { AwsPorts } from "../ports/ports";
import { readCodeDeployDeployment } from "./codedeploy-deployment";
import { readEcsDeployment } from "./ecs-deployment";
import type { DeploymentLook, Look, TaskSetLook } from "./look";
import type { StartedRollout } from "./rollout";
import { readRunning, readTargets, readTasks } from "./running-look";
import { serviceLook } from "./service-look";
import { readTraffic } from "./traffic";

/** One look, with what only progress shows. */
export interface Sight {
  readonly look: Look;
  readonly service?: Service;
  /** Targets of the new tasks. */
  readonly targets?: { readonly healthy: number; readonly total: number };
  readonly trafficPercent?: number;
}

/** Stages at which production traffic moves or has moved. */
const shifting = new Set([
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
  "BAKE_TIME",
  "CLEAN_UP",
]);

/**
 * Looks at one deployment again and again with as few calls as tell what can have changed: two while tasks start, more once the load
 * balancer has a say, everything when AWS is at its end.
 */
export function createSight(rollout: StartedRollout, ports: AwsPorts): () => Promise<Sight> {
  const { target } = rollout;
  const ecsReader = readEcsDeployment(rollout, ports.ecs);
  const readNewTargets = createTargetReader(rollout, ports);

  const readDeployment = async (): Promise<(sets: readonly TaskSetLook[]) => DeploymentLook | undefined> => {
    if (target.controller === "ecs") {
      const look = await ecsReader.read();
      return () => look;
    }
    const read = await readCodeDeployDeployment(rollout.deployment, target, ports.codedeploy);
    return (sets) => read?.(sets);
  };

  const readPercent = async (service: Service, deployment: DeploymentLook): Promise<number | undefined> => {
    const groups = ecsReader.groups();
    const isShifting = deployment.phase === "rolling-back" || shifting.has(deployment.stage ?? "");
    if (deployment.trafficPercent !== undefined || groups === undefined) return deployment.trafficPercent;
    if (target.strategy === "rolling" || !isShifting) return undefined;
    const shares = await readTraffic(service, ports.balancers);
    return shares.find(({ groupArn }) => groups.includes(groupArn))?.percent ?? 0;
  };

  return async () => {
    const [service, deploymentOf] = await Promise.all([
      ports.ecs.describeService(target.cluster, target.serviceName),
      readDeployment(),
    ]);
    if (service === undefined) return { look: { service: undefined, deployment: deploymentOf([]) } };
    const look = serviceLook(service);
    const deployment = deploymentOf(look.sets);
    if (deployment?.phase === "under-way" || deployment?.phase === "rolling-back") {
      const [targets, trafficPercent] = await Promise.all([
        readNewTargets(look.sets, ecsReader.groups()),
        readPercent(service, deployment),
      ]);
      return {
        look: { service: look, deployment },
        service,
        ...(targets === undefined ? {} : { targets }),
        ...(trafficPercent === undefined ? {} : { trafficPercent }),
      };
    }
    const running = await readRunning(target, service, ports);
    return { look: { service: look, deployment, running }, service };
  };
}

/** Asks for the health of the new tasks' targets until all are healthy, and again when the tasks change. */
function createTargetReader(
  { target, revisionArn }: StartedRollout,
  ports: AwsPorts,
): (sets: readonly TaskSetLook[], groups: readonly string[] | undefined) => Promise<Sight["targets"]> {
  let known: { readonly tasks: string; readonly addresses: ReadonlySet<string> } | undefined;
  let settled: Sight["targets"];
  return async (sets, groups) => {
    const set = sets.find((one) => one.revisionArn === revisionArn);
    const [group] = groups ?? set?.groups ?? [];
    if (set === undefined || set.running === 0 || group === undefined) return undefined;
    const tasks = `${set.running} ${set.failed}`;
    if (known?.tasks !== tasks) {
      settled = undefined;
      const running = await readTasks(target, ports);
      const addresses = running
        .filter((task) => task.revisionArn === revisionArn)
        .flatMap(({ address }) => address ?? []);
      known = { tasks, addresses: new Set(addresses) };
    }
    if (settled !== undefined) return settled;
    const { addresses } = known;
    const targets = (await readTargets(group, ports)).filter(({ address }) => addresses.has(address));
    const healthy = targets.filter(({ state }) => state === "healthy").length;
    const seen = { healthy, total: addresses.size };
    if (healthy === addresses.size) settled = seen;
    return seen;
  };
}

import { type Script } from "../../time/clock";
import { bringUpDeployment, retire } from "./bring-up";
import { alarmFailure, breakerFailure, failDeployment } from "./roll-back";
import { announce, complete, updateRecord, type Rollout } from "./rollout";
import { fireAlarm } from "./fire-alarm";

/**
 * Tasks of the new revision start beside the old ones, which stop once the new ones are healthy.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html
 */
export function* rolling(rollout: Rollout): Script {
  const { region, service, deployment, outcome } = rollout;
  const group = service.loadBalancers[0]?.targetGroupArn;
  yield 1;
  announce(rollout);
  yield 1;
  if (outcome.outcome === "hangs") return;
  if (!(yield* bringUpDeployment(rollout, group)))
    return yield* failDeployment(rollout, breakerFailure(service));
  const old = service.deployments.filter(({ id }) => id !== deployment.id).map(({ id = "" }) => id);
  yield* retire(region, service, old, group, deployment.id ?? "");
  yield 1;
  if (outcome.outcome === "alarm" && service.deploymentConfiguration.alarms?.enable) {
    fireAlarm(rollout);
    return yield* failDeployment(rollout, alarmFailure(service));
  }
  if (region.alarms.size > 0 && service.deploymentConfiguration.alarms?.enable)
    updateRecord(rollout, {
      alarms: { ...rollout.state.record.alarms, status: "MONITORING_COMPLETE" },
    });
  complete(rollout);
}

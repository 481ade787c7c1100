import type { Service } from "@aws-sdk/client-ecs";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsPorts } from "../ports/ports";

/** Names of the service's deployment alarms that fire now: a deploy does not start while there are any. */
export async function firingAlarms(
  target: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<readonly string[]> {
  const names = await alarmNames(target, service, ports);
  if (names.length === 0) return [];
  const alarms = await ports.alarms.describeAlarms(names);
  return alarms
    .filter(({ StateValue }) => StateValue === "ALARM")
    .flatMap(({ AlarmName }) => AlarmName ?? [])
    .toSorted();
}

async function alarmNames(
  { codedeploy }: DeliveryTarget,
  service: Service,
  ports: AwsPorts,
): Promise<readonly string[]> {
  if (codedeploy === undefined) {
    const alarms = service.deploymentConfiguration?.alarms;
    return alarms?.enable ? (alarms.alarmNames ?? []) : [];
  }
  const group = await ports.codedeploy.getDeploymentGroup(codedeploy.application, codedeploy.deploymentGroup);
  const alarms = group?.alarmConfiguration;
  return alarms?.enabled ? (alarms.alarms ?? []).flatMap(({ name }) => name ?? []) : [];
}

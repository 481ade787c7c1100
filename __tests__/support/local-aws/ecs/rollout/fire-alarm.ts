import { updateRecord, type Rollout } from "./rollout";

/** An alarm of the service goes off: the one that the test names, or the first. */
export function fireAlarm(rollout: Rollout): void {
  const { region, service, outcome, state } = rollout;
  const name = outcome.alarm ?? service.deploymentConfiguration.alarms?.alarmNames?.[0] ?? "";
  const alarm = region.alarms.get(name);
  if (alarm)
    Object.assign(alarm, {
      StateValue: "ALARM",
      StateReason: "Threshold Crossed: 1 datapoint was greater than the threshold (5.0).",
      StateUpdatedTimestamp: region.clock.date(),
    });
  updateRecord(rollout, {
    alarms: { ...state.record.alarms, status: "TRIGGERED", triggeredAlarmNames: [name] },
  });
}

import { type Script } from "../time/clock";
import { retire } from "../ecs/rollout/bring-up";
import { forwardAll } from "../ecs/rollout/traffic";
import { type Region } from "../region";
import { type CodeDeployment } from "./deployment-group";

/** CodeDeploy goes back by a deployment of its own. */
export function rollBackBy(region: Region, failed: CodeDeployment): void {
  const { info } = failed;
  const id = `d-${region.ids.hex(9).toUpperCase()}`;
  const rollbackMessage = `Deployment ${info.deploymentId} failed, so deployment ${id} was created as a rollback deployment.`;
  const rollback: CodeDeployment = {
    ...failed,
    events: [],
    info: {
      ...info,
      deploymentId: id,
      status: "Created",
      creator: "codeDeployRollback",
      createTime: region.clock.date(),
      startTime: undefined,
      completeTime: undefined,
      errorInformation: undefined,
      rollbackInfo: { rollbackTriggeringDeploymentId: info.deploymentId, rollbackMessage },
    },
  };
  info.rollbackInfo = { rollbackDeploymentId: id, rollbackMessage };
  region.codeDeployments.set(id, rollback);
  rollback.script = region.clock.run(goBack(region, rollback, failed));
}

function* goBack(region: Region, rollback: CodeDeployment, failed: CodeDeployment): Script {
  const { group, info } = rollback;
  yield 1;
  Object.assign(info, { status: "InProgress", startTime: region.clock.date() });
  const { service } = group;
  const green = service.taskSets.find(({ id }) => id === failed.greenTaskSet);
  const blue = service.taskSets.find(({ id }) => id === failed.blueTaskSet);
  for (const taskSet of service.taskSets) taskSet.status = taskSet === blue ? "PRIMARY" : "ACTIVE";
  const serving = blue?.loadBalancers?.[0]?.targetGroupArn ?? group.targetGroups[0];
  const other = group.targetGroups.find((arn) => arn !== serving) ?? serving;
  forwardAll(region, [...group.productionRules, ...group.testRules], { [serving]: 100, [other]: 0 });
  failed.trafficWeight = 0;
  yield 1;
  yield* retire(region, service, [green?.id ?? ""], other, blue?.id ?? "");
  service.taskSets = service.taskSets.filter((taskSet) => taskSet !== green);
  const status = rollback.outcome.outcome === "rollback-fails" ? "Failed" : "Succeeded";
  Object.assign(info, { status, completeTime: region.clock.date() });
}

import { ruleArn, targetGroupArn } from "./arns";
import { type EcsService } from "./ecs/ecs-service";
import { type Region } from "./region";
import { type ResolvedSettings } from "./service-settings";

/** CodeDeploy's part of a service, as Terraform left it. */
export function makeDeploymentGroup(region: Region, settings: ResolvedSettings, service: EcsService): void {
  const { environment, name, alarms, testRule, account } = settings;
  const application = `${environment}-${name}`;
  const alarmNames = alarms.map((alarm) => ({ name: alarm }));
  region.deploymentGroups.set(`${application}/${application}`, {
    service,
    targetGroups: [targetGroupArn(settings), targetGroupArn(settings, "-b")],
    productionRules: [ruleArn(settings, "production")],
    testRules: testRule ? [ruleArn(settings, "test")] : [],
    trafficSteps: trafficSteps(settings),
    info: {
      applicationName: application,
      deploymentGroupName: application,
      deploymentGroupId: region.ids.uuid(),
      deploymentConfigName: "CodeDeployDefault.ECSAllAtOnce",
      serviceRoleArn: `arn:aws:iam::${account}:role/${application}-codedeploy`,
      alarmConfiguration: { enabled: alarms.length > 0, ignorePollAlarmFailure: false, alarms: alarmNames },
      autoRollbackConfiguration: {
        enabled: true,
        events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
      },
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      blueGreenDeploymentConfiguration: {
        terminateBlueInstancesOnDeploymentSuccess: {
          action: "TERMINATE",
          terminationWaitTimeInMinutes: settings.bakeMinutes,
        },
        deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT", waitTimeInMinutes: 0 },
      },
      computePlatform: "ECS",
      ecsServices: [{ serviceName: name, clusterName: environment }],
    },
  });
}

function trafficSteps({ strategy, canary, linear }: ResolvedSettings): readonly number[] {
  if (strategy === "canary") return [canary.percent, 100];
  if (strategy !== "linear") return [100];
  const steps = Math.ceil(100 / linear.stepPercent);
  return Array.from({ length: steps }, (_, index) => Math.min(100, (index + 1) * linear.stepPercent));
}

import type { DeploymentHook, ShiftingDeployment } from "../../contract/deployment";
import { codedeployHookStages, ecsHookStages } from "../../contract/deployment";
import { formatGiven, type Problem } from "../../problems/problem";
import type { ContainerServiceProps } from "./container-service-settings";

/** What the deployment of a service must fulfil. */
export function checkDeployment(props: ContainerServiceProps): Problem[] {
  const { deployment } = props;
  if (deployment === undefined || deployment.strategy === "rolling") return [];
  if (!props.ingress) return [workerRolls(deployment)];
  return [
    ...checkSteps(deployment),
    ...checkBakeTime(deployment),
    ...checkHookStages(deployment),
    ...checkRequestScaling(props, deployment),
    ...(deployment.controller === "codedeploy" ? checkCodeDeploy(deployment) : []),
  ];
}

function workerRolls({ strategy }: ShiftingDeployment): Problem {
  return {
    where: "deployment.strategy",
    must: "must be rolling for a service that nobody reaches",
    got: formatGiven(strategy),
    advice: "Leave it out: there is no traffic to shift.",
  };
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html */
function checkSteps({ strategy, canary, linear, controller }: ShiftingDeployment): Problem[] {
  // CodeDeploy takes whole percents, and at least a part of the traffic must be left for later.
  const isWhole = controller === "codedeploy";
  const [least, most] = isWhole ? [1, 99] : [strategy === "linear" ? 3 : 0.1, 100];
  const [part, percent] =
    strategy === "canary" ? ["canary.percent", canary?.percent] : ["linear.stepPercent", linear?.stepPercent];
  if (strategy === "blue-green") return [];
  const isInside = percent !== undefined && percent >= least && percent <= most;
  if (isInside && (!isWhole || Number.isInteger(percent))) return [];
  return [
    {
      where: `deployment.${part}`,
      must: `must be a ${isWhole ? "whole " : ""}number from ${least} to ${most}`,
      got: formatGiven(percent),
      advice: "Use for example 10.",
    },
  ];
}

/** Alarms must have the time to fire while both sets of tasks run: later, nothing is left to go back to. */
function checkBakeTime({ alarms, bakeMinutes }: ShiftingDeployment): Problem[] {
  const hasAlarms = alarms.names.length > 0 || alarms.errorPercent !== undefined;
  const needed = (alarms.periodSeconds * alarms.evaluationPeriods) / 60;
  if (!hasAlarms || bakeMinutes >= needed) return [];
  return [
    {
      where: "deployment.bakeMinutes",
      must: `must be as long as an alarm needs to fire, ${formatGiven(needed)} minutes`,
      got: formatGiven(bakeMinutes),
      advice: `Use ${Math.ceil(needed)}, or fewer or shorter evaluation periods.`,
    },
  ];
}

function checkHookStages({ hooks, controller }: ShiftingDeployment): Problem[] {
  const stages: readonly string[] = controller === "ecs" ? ecsHookStages : codedeployHookStages;
  return hooks.flatMap((hook, index) =>
    hook.stages
      .filter((stage) => !stages.includes(stage))
      .map((stage) => ({
        where: `deployment.hooks[${index}].stages`,
        must: `must be stages at which ${controller === "ecs" ? "ECS" : "CodeDeploy"} calls hooks`,
        got: formatGiven(stage),
        advice: `Use ${stages.join(", ")}.`,
      })),
  );
}

/** CloudWatch counts requests per target group, and deployments change the one that gets them. */
function checkRequestScaling(
  { scaling }: ContainerServiceProps,
  { strategy }: ShiftingDeployment,
): Problem[] {
  if (scaling?.requestsPerTarget === undefined) return [];
  return [
    {
      where: "scaling.requestsPerTarget",
      must: `must be left out with ${strategy} deployments, which change the target group that gets the requests`,
      got: formatGiven(scaling.requestsPerTarget),
      advice: "Use cpuPercent or memoryPercent, or rolling deployments.",
    },
  ];
}

function checkCodeDeploy(deployment: ShiftingDeployment): Problem[] {
  const { testHeader, hooks, changesFrom } = deployment;
  const problems: Problem[] = [];
  if (testHeader) {
    problems.push({
      where: "deployment.testHeader",
      must: "must be left out with CodeDeploy, which tests through a listener of its own",
      got: formatGiven(testHeader),
      advice: 'Leave it out, or use the controller "ecs".',
    });
  }
  // AWS takes services from CodeDeploy to ECS, and none the other way.
  if (changesFrom !== undefined) {
    problems.push({
      where: "deployment.changesFrom",
      must: "must be left out with CodeDeploy: ECS hands no service that exists over to it",
      got: formatGiven(changesFrom),
      advice:
        'Use the controller "ecs", or add a second service under another name and move its callers or routes.',
    });
  }
  const stages = hooks.flatMap((hook: DeploymentHook) => hook.stages);
  const repeated = new Set(stages.filter((stage, index) => stages.indexOf(stage) < index));
  for (const stage of repeated) {
    problems.push({
      where: "deployment.hooks",
      must: "must name one function per stage, as CodeDeploy calls one",
      got: `${stages.filter((other) => other === stage).length} for ${stage}`,
      advice: "Call the others from the first.",
    });
  }
  return problems;
}

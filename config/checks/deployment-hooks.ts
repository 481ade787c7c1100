import {
  codedeployHookStages,
  ecsHookStages,
  type Controller,
  type DeploymentHook,
} from "../../contract/deployment";
import { didYouMean } from "../../problems/did-you-mean";
import { formatGiven, type Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

const stagesOf: Readonly<Record<Controller, readonly string[]>> = {
  ecs: ecsHookStages,
  codedeploy: codedeployHookStages,
};

const nameOf: Readonly<Record<Controller, string>> = { ecs: "ECS", codedeploy: "CodeDeploy" };

/** Each controller calls hooks at stages of its own. */
export const hookStages = forEachService(({ deployment }, where): readonly Problem[] => {
  const { controller, hooks = [] } = deployment;
  if (controller === undefined) return [];
  return placedStages(hooks).flatMap(({ place, stage }): Problem[] => {
    const stages = stagesOf[controller];
    if (stages.includes(stage)) return [];
    const must = `must be a stage at which ${nameOf[controller]} calls hooks`;
    const advice = didYouMean(stage, stages);
    return [{ where: `${where}.deployment.${place}`, must, got: formatGiven(stage), advice }];
  });
});

/** An AppSpec names one function for each stage. @see https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html */
export const codedeployHooksDiffer = forEachService(({ deployment }, where): readonly Problem[] => {
  const { controller, hooks = [] } = deployment;
  if (controller !== "codedeploy") return [];
  const stages = placedStages(hooks);
  return stages.flatMap(({ place, stage }, index): Problem[] => {
    if (stages.findIndex((other) => other.stage === stage) === index) return [];
    const must = "must be a stage of no other hook: CodeDeploy asks one function at each";
    const advice = "Let one function ask both.";
    return [{ where: `${where}.deployment.${place}`, must, got: formatGiven(stage), advice }];
  });
});

/** The controller calls functions of its own account and region. */
export const hookFunctions = forEachService(
  ({ deployment }, where, { account, region }): readonly Problem[] =>
    (deployment.hooks ?? []).flatMap(({ functionArn }, index): Problem[] => {
      const [, , , ownRegion, ownAccount] = functionArn.split(":");
      const place = {
        where: `${where}.deployment.hooks[${index}].functionArn`,
        got: formatGiven(functionArn),
      };
      const advice = "Use the function of this environment.";
      if (account !== undefined && ownAccount !== account) {
        return [{ ...place, must: `must be a function of the account ${account}`, advice }];
      }
      if (region === undefined || ownRegion === region) return [];
      return [{ ...place, must: `must be a function in the region ${region}`, advice }];
    }),
);

function placedStages(hooks: readonly DeploymentHook[]) {
  return hooks.flatMap(({ stages }, hook) =>
    stages.map((stage, index) => ({ stage, place: `hooks[${hook}].stages[${index}]` })),
  );
}

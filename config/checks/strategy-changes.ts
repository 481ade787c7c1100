import { formatGiven, type Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

/**
 * AWS moves a service that exists between the strategies of ECS, and from CodeDeploy to ECS; never to CodeDeploy.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/migrate-codedeploy-to-ecs-bluegreen.html
 */
export const strategyChanges = forEachService(({ kind, deployment }, where): readonly Problem[] => {
  const { strategy, controller, changesFrom } = deployment;
  if (kind === "worker" || changesFrom === undefined || changesFrom === "none") return [];
  const place = { where: `${where}.deployment.changesFrom`, got: formatGiven(changesFrom) };
  if (controller === "codedeploy") {
    const must = "must not be given with CodeDeploy: no service that exists can be handed over to it";
    const advice =
      'Use the controller "ecs", or add a second service under another name and move its routes or callers.';
    return [{ ...place, must, advice }];
  }
  if (strategy !== "rolling" || changesFrom !== "rolling") return [];
  const must = "must be another strategy than the service is to have";
  return [{ ...place, must, advice: "Remove it: it is for the one apply that changes the strategy." }];
});

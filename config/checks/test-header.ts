import { formatGiven, type Problem } from "../../problems/problem";
import { forEachService } from "./environment-check";

/** ECS sends test traffic by a rule, CodeDeploy by a listener. @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TargetGroupPairInfo.html */
export const testHeaderNeedsEcs = forEachService(({ deployment }, where): readonly Problem[] => {
  const { controller, testHeader } = deployment;
  if (controller !== "codedeploy" || testHeader === undefined || testHeader === "none") return [];
  const must =
    "must not be given with CodeDeploy, which tells test traffic apart by a listener of its own, not by a header";
  const advice = 'Remove it, or use the controller "ecs".';
  return [{ where: `${where}.deployment.testHeader`, must, got: formatGiven(testHeader), advice }];
});

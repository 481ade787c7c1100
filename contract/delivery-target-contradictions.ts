import { formatGiven, type Problem } from "../problems/problem";
import { parsePrivateImage } from "../limits/private-images";
import type { DeliveryTarget } from "./delivery-target";

type Contradiction = (target: DeliveryTarget) => readonly Problem[];

/** What must hold between the fields of a delivery target. */
export function findContradictions(target: DeliveryTarget): readonly Problem[] {
  return contradictions.flatMap((find) => find(target));
}

const oneSource =
  "The document was put together by hand, or copied from elsewhere: apply the services stack again.";

const contradictions: readonly Contradiction[] = [
  ({ controller, codedeploy }) => {
    if ((controller === "codedeploy") === (codedeploy !== undefined)) return [];
    const isMissing = codedeploy === undefined;
    const must = isMissing
      ? 'must be given with the controller "codedeploy"'
      : 'must not be given with the controller "ecs"';
    return problem("codedeploy", must, isMissing ? "nothing" : formatGiven(codedeploy));
  },
  ({ strategy, controller }) =>
    strategy === "rolling" && controller === "codedeploy"
      ? problem("controller", 'must be "ecs" with the strategy "rolling"', formatGiven(controller))
      : [],
  ({ strategy, containerPort }) =>
    strategy !== "rolling" && containerPort === undefined
      ? problem("containerPort", `must be given with the strategy ${formatGiven(strategy)}`, "nothing")
      : [],
  ({ environment, promotedFrom }) =>
    promotedFrom === environment
      ? problem("promotedFrom", "must be another environment", formatGiven(promotedFrom))
      : [],
  ({ templateArn, taskFamily }) => {
    const family = templateArn.split("/")[1]?.split(":")[0];
    return family === taskFamily
      ? []
      : problem("templateArn", `must be a revision of taskFamily (${taskFamily})`, formatGiven(templateArn));
  },
  (target) => [
    ...belongs("templateArn", target.templateArn, target),
    ...belongs("deployRoleArn", target.deployRoleArn, { account: target.account }),
    ...Object.entries(target.codedeploy?.hooks ?? {}).flatMap(([stage, arn]) =>
      belongs(`codedeploy.hooks.${stage}`, arn, target),
    ),
  ],
  ({ pushRoleArn, repositoryUrl }) => {
    const account = parsePrivateImage(repositoryUrl)?.account;
    return pushRoleArn === undefined || account === undefined
      ? []
      : belongs("pushRoleArn", pushRoleArn, { account }, "of the repository");
  },
];

/** An ARN is in the account and the region that it is used in. */
function belongs(
  where: string,
  arn: string,
  { account, region }: { readonly account: string; readonly region?: string },
  whose = "of the target",
): readonly Problem[] {
  const [, , , ownRegion, ownAccount] = arn.split(":");
  if (ownAccount !== account)
    return problem(where, `must be in the account ${whose}, ${account}`, formatGiven(arn));
  if (region === undefined || ownRegion === region) return [];
  return problem(where, `must be in the region ${whose}, ${region}`, formatGiven(arn));
}

function problem(where: string, must: string, got: string): readonly Problem[] {
  return [{ where, must, got, advice: oneSource }];
}

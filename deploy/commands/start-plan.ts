import { awsProblem } from "../aws/aws-problem";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import { gatherFacts } from "../preconditions/facts";
import { checkAll } from "../preconditions/precondition";
import { nothingUnderWay } from "../preconditions/service-preconditions";
import { findBegun } from "../rollout/find-begun";
import type { StartedRollout } from "../rollout/rollout";
import { startRollout } from "../rollout/start-rollout";
import type { DeliveryRequest } from "./delivery-request";
import type { ServicePlan } from "./service-plan";

const defaultMinutes = 30;

/** After this time, what was seen of the service is too old to change it without another look. */
const freshFor = 3_000;

/**
 * Gives the service the revision. When AWS's answer is lost, the service itself tells whether it took it.
 *
 * @throws PreconditionError when AWS did not take it, so that nothing has changed
 * @throws Error of AWS when it is not known whether it did
 */
export async function startPlan(
  plan: ServicePlan,
  revisionArn: string,
  request: DeliveryRequest,
  surroundings: Surroundings,
): Promise<StartedRollout> {
  const { facts, image, at, toleratedAlarms } = plan;
  const { target, aws } = facts;
  const source = `${target.environment}/${target.service}`;
  let { before } = plan;
  if (surroundings.now() - at > freshFor) {
    const seen = gatherFacts({ target, aws });
    const findings = await checkAll([nothingUnderWay], { facts: seen, isDespiteAlarms: true });
    const problems = findings.flatMap((finding) => finding.problems);
    if (problems.length > 0) throw new PreconditionError(source, problems);
    before = (await seen.service()) ?? before;
  }
  const minutes = request.timeoutMinutes ?? defaultMinutes + (target.shiftMinutes ?? 0);
  const rollout = {
    target,
    before,
    revisionArn,
    digest: image.digest,
    acceptedDigests: image.acceptedDigests,
    toleratedAlarms,
    timeoutSeconds: minutes * 60,
    pollSeconds: request.pollSeconds,
  };
  try {
    return await startRollout(rollout, aws);
  } catch (error) {
    const begun = await findBegun(error, target, revisionArn, aws, surroundings);
    if (begun !== undefined) return { ...rollout, deployment: begun };
    throw new PreconditionError(source, [awsProblem(error, "start of the deployment")]);
  }
}

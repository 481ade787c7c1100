import { PreconditionError } from "../precondition-error";
import { gatherFacts, type Facts } from "../preconditions/facts";
import type { Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import type { FoundRollout } from "../rollout/find-rollout";
import { shortName } from "../rollout/short-name";
import { unlessInterrupted } from "../rollout/unless-interrupted";
import { watchRollout } from "../rollout/watch-rollout";
import { locate } from "../target/locate";
import type { RollbackRequest, ServiceResult } from "./delivery-request";

/**
 * Takes back the deployment that is under way in a service: AWS stops it and goes back to what ran before. Undefined when there is
 * none, or when it ended well before it could be stopped; what cannot be asked is left to the preconditions of the command.
 */
export async function stopUnderWay(
  service: string,
  request: RollbackRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<ServiceResult | undefined> {
  const begin = surroundings.now();
  const finding = findUnderWay(service, request);
  const { facts, found } = (await unlessInterrupted(finding, surroundings.interrupted)) ?? {};
  if (facts === undefined || found === undefined) return undefined;
  const name = `${request.environment}/${service}`;
  const revision = found.revisionArn;
  const end = (outcome: ServiceResult["outcome"], message: string): ServiceResult => {
    const seconds = Math.round((surroundings.now() - begin) / 1_000);
    report({ kind: "result", service, outcome, message, revision, seconds });
    return { service, outcome, message, problems: [], revision, deployment: found.deployment };
  };
  const step = { step: "stop", title: "take back the deployment that is under way" };
  const detail = `${shortName(revision)}, ${found.status}`;
  report({ kind: "step", service, ...step, state: request.isDryRun ? "planned" : "started", detail });
  if (request.isDryRun) {
    return end("planned", `The deployment of ${shortName(revision)} to ${name} would be stopped.`);
  }
  const { outcome, message } = await watchRollout(
    {
      target: facts.target,
      before: found.before,
      revisionArn: revision,
      // Nothing is to be proved of what is taken back.
      digest: "",
      acceptedDigests: [],
      timeoutSeconds: 0,
      stopBecause: "taken back by ecs-env rollback",
      pollSeconds: request.pollSeconds,
      deployment: found.deployment,
    },
    facts.aws,
    surroundings,
    report,
  );
  return end(outcome === "rolled-back" ? "done" : outcome, message);
}

async function findUnderWay(
  service: string,
  { environment, source, access }: RollbackRequest,
): Promise<{ readonly facts: Facts; readonly found: FoundRollout | undefined } | undefined> {
  try {
    const facts = gatherFacts(await locate({ environment, service }, source, access));
    return { facts, found: await facts.underWay() };
  } catch (error) {
    if (error instanceof PreconditionError) return undefined;
    throw error;
  }
}

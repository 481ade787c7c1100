import type { Service } from "@aws-sdk/client-ecs";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import { gatherFacts, type Facts } from "../preconditions/facts";
import type { Outcome, Report } from "../progress/progress";
import { settle } from "../record/settle";
import { inspectImage } from "../release/inspect-image";
import { digestOfRevision } from "../release/release-definition";
import { findLatestRollout, type FoundRollout } from "../rollout/find-rollout";
import type { StartedRollout } from "../rollout/rollout";
import { shortName } from "../rollout/short-name";
import { unlessInterrupted } from "../rollout/unless-interrupted";
import { watchRollout } from "../rollout/watch-rollout";
import { locate } from "../target/locate";
import type { ServiceResult, ServicesRequest } from "./delivery-request";
import { findService } from "./find-service";
import { refusalOf } from "./refusal-of";

export interface WaitRequest extends ServicesRequest {
  readonly pollSeconds: number;
  /** Undefined: 30 minutes plus what the strategy bakes, from now on. */
  readonly timeoutMinutes?: number;
  /** Alarms that fire now do not count against *done*. */
  readonly isDespiteAlarms: boolean;
}

const defaultTimeoutMinutes = 30;

/**
 * Watches each service's newest deployment to its end, or judges it when it is over, and records what was proved: what an interrupted
 * deploy would have done.
 */
export async function wait(
  request: WaitRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  return Promise.all(request.services.map((service) => waitFor(service, request, report, surroundings)));
}

async function waitFor(
  service: string,
  request: WaitRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<ServiceResult> {
  const { environment, source, access } = request;
  const since = surroundings.now();
  const end = (
    result: Omit<ServiceResult, "service" | "problems"> & Partial<ServiceResult>,
  ): ServiceResult => {
    const { outcome, message, digest, revision } = result;
    const seconds = (surroundings.now() - since) / 1000;
    const names = { ...(digest !== undefined && { digest }), ...(revision !== undefined && { revision }) };
    report({ kind: "result", service, outcome, message, seconds, ...names });
    return { service, problems: [], ...result };
  };
  const name = `${environment}/${service}`;
  const find = async () => {
    const facts = gatherFacts(await locate({ environment, service }, source, access));
    return { facts, ...(await findRollout(facts, await findService(facts), request, surroundings)) };
  };
  let judged: Awaited<ReturnType<typeof find>> | undefined;
  try {
    judged = await unlessInterrupted(find(), surroundings.interrupted);
  } catch (error) {
    const { problems } = refusalOf(error, name);
    return end({ outcome: "precondition", message: `${name} cannot be judged.`, problems });
  }
  if (judged === undefined) {
    const message = `Interrupted before ${name} was judged; AWS goes on with what is under way.`;
    return end({ outcome: "interrupted", message });
  }
  const { facts, found, rollout } = judged;
  const title = found.isUnderWay ? "a deployment is under way" : "the newest deployment is over";
  const detail = `${shortName(found.revisionArn)}, ${found.status}`;
  report({ kind: "step", service, step: "find-deployment", title, state: "done", detail });
  const { outcome, message } = await watched(rollout, facts, report, surroundings);
  const { digest, revisionArn: revision, deployment } = rollout;
  if (outcome === "done") {
    const startedAt = found.startedAt === undefined ? {} : { startedAt: Date.parse(found.startedAt) };
    const proved = { target: facts.target, aws: facts.aws, revisionArn: revision, digest, ...startedAt };
    await settle(proved, report, surroundings.now);
  }
  return end({ outcome, message, digest, revision, deployment });
}

/** What AWS does not tell any more leaves open how the deployment ends. */
async function watched(
  rollout: StartedRollout,
  { aws, target }: Facts,
  report: Report,
  surroundings: Surroundings,
): Promise<{ readonly outcome: Outcome; readonly message: string }> {
  try {
    return await watchRollout(rollout, aws, surroundings, report);
  } catch (error) {
    const { problems } = refusalOf(error, target.service);
    const [{ got = "nothing" } = {}] = problems;
    return { outcome: "failed", message: `Nobody knows how the deployment ends: ${got}.` };
  }
}

async function findRollout(
  facts: Facts,
  service: Service,
  { timeoutMinutes, pollSeconds, isDespiteAlarms }: WaitRequest,
  surroundings: Surroundings,
): Promise<{ readonly found: FoundRollout; readonly rollout: StartedRollout }> {
  const { target, aws } = facts;
  const found = await findSettled(facts, service, pollSeconds, surroundings);
  if (found === undefined || found.revisionArn === "")
    throw nothingDeployed(facts, "no deployment that AWS tells of");
  const revision = await aws.ecs.describeTaskDefinition(found.revisionArn);
  const digest = revision && digestOfRevision(target, revision);
  if (digest === undefined) throw nothingDeployed(facts, shortName(found.revisionArn));
  const minutes = timeoutMinutes ?? defaultTimeoutMinutes + (target.shiftMinutes ?? 0);
  return {
    found,
    rollout: {
      target,
      before: found.before,
      revisionArn: found.revisionArn,
      digest,
      acceptedDigests: await acceptedDigests(facts, digest),
      toleratedAlarms: isDespiteAlarms ? await facts.firing() : [],
      timeoutSeconds: minutes * 60,
      pollSeconds,
      deployment: found.deployment,
    },
  };
}

/**
 * The newest deployment. AWS lists one only a moment after it was started: one that is over is believed to be the newest when a
 * second look tells the same.
 */
async function findSettled(
  { target, aws }: Facts,
  service: Service,
  pollSeconds: number,
  { sleep, interrupted }: Surroundings,
): Promise<FoundRollout | undefined> {
  let found = await findLatestRollout(target, service, aws);
  while (!found?.isUnderWay && !interrupted.aborted) {
    await sleep(pollSeconds * 1000);
    const now = (await aws.ecs.describeService(target.cluster, target.serviceName)) ?? service;
    const next = await findLatestRollout(target, now, aws);
    if (next?.deployment === found?.deployment) return next;
    found = next;
  }
  return found;
}

/** Tasks report the image that they pulled, which an index holds. */
async function acceptedDigests({ target, aws }: Facts, digest: string): Promise<readonly string[]> {
  const registry = aws.registry(target.repositoryUrl);
  const image = await registry.getImage({ digest });
  const inspected = image && (await inspectImage(image, registry));
  return inspected?.acceptedDigests ?? [digest];
}

function nothingDeployed({ target: { environment, service } }: Facts, got: string): PreconditionError {
  return new PreconditionError(`${environment}/${service}`, [
    {
      where: "deployments of the service",
      must: "must bring a release",
      got,
      advice: `Deploy an image first: ecs-env deploy --env ${environment} --service ${service} --image <image>.`,
    },
  ]);
}

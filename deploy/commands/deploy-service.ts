import { awsProblem } from "../aws/aws-problem";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import type { Report } from "../progress/progress";
import { settle } from "../record/settle";
import { markLeft } from "../record/mark-left";
import { awsTrouble } from "../rollout/aws-trouble";
import type { Verdict } from "../rollout/rollout";
import { shortName } from "../rollout/short-name";
import { unlessInterrupted } from "../rollout/unless-interrupted";
import { watchRollout } from "../rollout/watch-rollout";
import type { DeliveryRequest, ServiceResult } from "./delivery-request";
import { forgetRevisions } from "./forget-revisions";
import { obtainRevision } from "./obtain-revision";
import { planSteps } from "./plan-steps";
import type { ServicePlan } from "./service-plan";
import { startPlan } from "./start-plan";
import { tellStep } from "./tell-steps";

/** What becomes of a service, without what every result has. */
type Ending = Pick<ServiceResult, "outcome" | "message" | "revision" | "deployment"> &
  Partial<Pick<ServiceResult, "problems">>;

/** Carries a plan out: from here on AWS is changed. */
export async function deployService(
  plan: ServicePlan,
  request: DeliveryRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<ServiceResult> {
  const { service } = plan.facts.target;
  const act = plan.release.kind === "unchanged" ? keep : replace;
  const acting = act(plan, { request, report, surroundings }).catch((error: unknown) =>
    endingOfError(plan, error),
  );
  const ending = await unlessInterrupted(acting, surroundings.interrupted, interruptedGrace);
  return { service, problems: [], digest: plan.image.digest, ...(ending ?? unanswered(plan)) };
}

/** CIs end a job by force some seconds after they have interrupted it; until then, it says what it knows. Milliseconds. */
const interruptedGrace = 4_000;

interface Call {
  readonly request: DeliveryRequest;
  readonly report: Report;
  readonly surroundings: Surroundings;
}

/** It runs already: what may be missing is the record. */
async function keep(plan: ServicePlan, { report, surroundings }: Call): Promise<Ending> {
  const { facts, image, release } = plan;
  const revision = release.kind === "unchanged" ? release.revisionArn : "";
  await settle({ ...facts, revisionArn: revision, digest: image.digest }, report, surroundings.now);
  await forgetRevisions(facts, plan.leftovers, report);
  const { environment, service } = facts.target;
  const message = `${environment}/${service} runs ${shortName(revision)} (${image.digest}) already, healthy: nothing to do.`;
  return { outcome: "unchanged", message, revision };
}

async function replace(plan: ServicePlan, call: Call): Promise<Ending> {
  const { report, surroundings } = call;
  const { target } = plan.facts;
  const steps = planSteps(plan);
  if (surroundings.interrupted.aborted) return interruptedBefore(plan);
  const repaired = repair(plan, call);
  try {
    const revision = await tellStep(report, target.service, steps.revision, () =>
      obtainRevision(plan, surroundings),
    );
    return await run(plan, revision, call);
  } finally {
    await repaired;
  }
}

async function run(plan: ServicePlan, revision: string, call: Call): Promise<Ending> {
  const { facts } = plan;
  const { target, aws } = facts;
  const { request, report, surroundings } = call;
  const steps = planSteps(plan);
  const isOurs = plan.release.kind === "register" || plan.release.kind === "reuse";
  const forget = () => forgetRevisions(facts, isOurs ? [revision] : [], report);
  if (surroundings.interrupted.aborted) {
    await forget();
    return interruptedBefore(plan);
  }
  const startedAt = surroundings.now();
  const started = await tellStep(report, target.service, steps.start, () =>
    startPlan(plan, revision, request, surroundings),
  ).catch(async (error: unknown) => {
    if (error instanceof PreconditionError) await forget();
    throw error;
  });
  const { deployment } = started;
  await forgetRevisions(facts, plan.leftovers, report);
  if (!request.isAwaited) {
    const message = `The deployment of ${shortName(revision)} to ${target.environment}/${target.service} has begun; how it ends says "${waitCommand(plan)}".`;
    return { outcome: "started", message, revision, deployment };
  }
  const verdict = await watchRollout(started, aws, surroundings, report);
  await conclude[verdict.outcome]({ plan, revision, startedAt, forget }, call);
  return { ...verdict, revision, deployment };
}

interface Over {
  readonly plan: ServicePlan;
  readonly revision: string;
  readonly startedAt: number;
  readonly forget: () => Promise<void>;
}

/** What is left to do after each verdict. */
const conclude: Readonly<Record<Verdict["outcome"], (over: Over, call: Call) => Promise<void>>> = {
  done: async ({ plan, revision, startedAt }, { report, surroundings }) => {
    const { facts, image, running, release } = plan;
    const proved = { ...facts, revisionArn: revision, digest: image.digest, startedAt };
    await tellStep(
      report,
      facts.target.service,
      planSteps(plan).record,
      () => settle(proved, report, surroundings.now),
      (isRecorded) => isRecorded,
    );
    if (release.kind === "restore" && running !== undefined)
      await markLeft(facts, running, report, surroundings.now);
  },
  "rolled-back": ({ forget }) => forget(),
  failed: ({ forget }) => forget(),
  // AWS goes on.
  interrupted: () => Promise.resolve(),
};

/** An earlier deploy was done and could not tell the registry. */
async function repair({ facts, running, unrecordedDigest }: ServicePlan, call: Call): Promise<void> {
  const revisionArn = running?.taskDefinition.taskDefinitionArn;
  if (unrecordedDigest === undefined || revisionArn === undefined) return;
  const step = {
    step: "repair-record",
    title: "record that what runs now is healthy, which an earlier command did not",
    detail: unrecordedDigest,
  };
  await tellStep(
    call.report,
    facts.target.service,
    step,
    () => settle({ ...facts, revisionArn, digest: unrecordedDigest }, call.report, call.surroundings.now),
    (isRecorded) => isRecorded,
  );
}

function interruptedBefore({ facts: { target } }: ServicePlan): Ending {
  return {
    outcome: "interrupted",
    message: `Interrupted before ${target.environment}/${target.service} was changed.`,
  };
}

function unanswered(plan: ServicePlan): Ending {
  const { environment, service } = plan.facts.target;
  const message =
    `Interrupted while AWS did not answer: what became of the release of ${environment}/${service} tells ` +
    `"${waitCommand(plan)}".`;
  return { outcome: "interrupted", message };
}

function waitCommand({ facts: { target } }: ServicePlan): string {
  return `ecs-env wait --env ${target.environment} --service ${target.service}`;
}

/** A PreconditionError says that AWS refused; after any other error of AWS it is not known what it did. */
function endingOfError(plan: ServicePlan, error: unknown): Ending {
  const { environment, service } = plan.facts.target;
  const name = `${environment}/${service}`;
  if (error instanceof PreconditionError) {
    const message = `${name} was not changed: ${error.problems.map(({ where }) => where).join(", ")}.`;
    return { outcome: "precondition", message, problems: error.problems };
  }
  if (awsTrouble(error) === undefined) throw error;
  const { got } = awsProblem(error, name);
  const message = `It is not known what became of the release of ${name} (${got}): "${waitCommand(plan)}" tells.`;
  return { outcome: "failed", message };
}

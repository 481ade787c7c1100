import type { Problem } from "../../problems/problem";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import type { Report, ResultProgress } from "../progress/progress";
import { unlessInterrupted } from "../rollout/unless-interrupted";
import { locate } from "../target/locate";
import type { Aim } from "./aim";
import type { DeliveryRequest, ServiceResult } from "./delivery-request";
import { deployService } from "./deploy-service";
import { planSteps, type StepName } from "./plan-steps";
import { prepareService, type Prepared } from "./prepare-service";
import type { ServicePlan } from "./service-plan";
import { tellStep } from "./tell-steps";
import { waitForOthers } from "./wait-for-others";

/**
 * Brings services of one environment to what a command aims at. The preconditions of all are checked before anything of any is
 * changed; then each goes its own way, at the same time.
 */
export async function deliver(
  request: DeliveryRequest,
  aim: Aim,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly ServiceResult[]> {
  const begin = surroundings.now();
  const preparing = prepareAll(request, aim, report, surroundings);
  // Nothing is changed yet: an interruption does not wait for answers.
  const prepared: readonly Prepared[] =
    (await unlessInterrupted(preparing, surroundings.interrupted)) ??
    request.services.map((service) => ({ service, problems: [] }));
  const isReady = prepared.every(({ problems }) => problems.length === 0);
  return Promise.all(
    prepared.map(async (one) => {
      const result = await resultOf(one, isReady, { request, report, surroundings });
      report(resultProgress(result, surroundings.now() - begin));
      return result;
    }),
  );
}

/** Again after every wait: what was seen of one service is old when another's deployment is over. */
async function prepareAll(
  request: DeliveryRequest,
  aim: Aim,
  report: Report,
  surroundings: Surroundings,
): Promise<readonly Prepared[]> {
  const located = await Promise.all(
    request.services.map(async (service) => {
      const name = { environment: request.environment, service };
      const step = { step: "find-target", title: "find the delivery target" };
      try {
        const found = await tellStep(report, service, step, () =>
          locate(name, request.source, request.access),
        );
        return { service, found };
      } catch (error) {
        if (!(error instanceof PreconditionError)) throw error;
        return { service, problems: error.problems };
      }
    }),
  );
  for (;;) {
    const prepared = await Promise.all(
      located.map(({ service, found, problems = [] }) =>
        found === undefined
          ? { service, problems }
          : prepareService(found, request, aim, report, surroundings),
      ),
    );
    const hasWaited = await waitForOthers(prepared, request, report, surroundings);
    if (!hasWaited) return prepared;
  }
}

interface Call {
  readonly request: DeliveryRequest;
  readonly report: Report;
  readonly surroundings: Surroundings;
}

async function resultOf(
  { service, problems, plan }: Prepared,
  isReady: boolean,
  { request, report, surroundings }: Call,
): Promise<ServiceResult> {
  const name = `${request.environment}/${service}`;
  if (surroundings.interrupted.aborted) {
    const message = `Interrupted before ${name} was changed.`;
    return { service, problems: [], outcome: "interrupted", message };
  }
  if (plan === undefined || !isReady) return notReady(service, name, problems);
  if (request.isDryRun) return planned(plan, name, report);
  return deployService(plan, request, report, surroundings);
}

function notReady(service: string, name: string, problems: readonly Problem[]): ServiceResult {
  const count = problems.length === 1 ? "1 precondition does" : `${problems.length} preconditions do`;
  const message =
    problems.length === 0
      ? `${name} was not changed, because another service of this call is not ready.`
      : `${name} was not changed: ${count} not hold.`;
  return { service, outcome: "precondition", message, problems };
}

function planned(plan: ServicePlan, name: string, report: Report): ServiceResult {
  const { image, release, facts } = plan;
  const { service } = facts.target;
  const found = { service, problems: [], digest: image.digest };
  if (release.kind === "unchanged") {
    const message = `${name} runs ${image.digest} already, healthy: nothing would be done.`;
    return { ...found, outcome: "unchanged", message, revision: release.revisionArn };
  }
  const steps = planSteps(plan);
  for (const stepName of stepNames) {
    report({ kind: "step", service, ...steps[stepName], state: "planned" });
  }
  return { ...found, outcome: "planned", message: `${name} would run ${image.digest}; nothing was changed.` };
}

const stepNames: readonly StepName[] = ["revision", "start", "watch", "record"];

function resultProgress(
  { service, outcome, message, digest, revision }: ServiceResult,
  milliseconds: number,
): ResultProgress {
  return {
    kind: "result",
    service,
    outcome,
    message,
    ...(digest !== undefined && { digest }),
    ...(revision !== undefined && { revision }),
    seconds: Math.round(milliseconds / 1_000),
  };
}

import type { Surroundings } from "../ports/ports";
import type { Report } from "../progress/progress";
import { PreconditionError } from "../precondition-error";
import { gatherFacts, type Facts } from "../preconditions/facts";
import { describeOther } from "../preconditions/service-preconditions";
import type { DeliveryRequest } from "./delivery-request";
import type { Prepared } from "./prepare-service";

/** Without `--timeout`: what another deploy waits for itself, and as much again for its rollback. */
const defaultMinutes = 60;

/**
 * With `--wait-for-other`: waits until the deployments that are in the way are over, if nothing else is.
 *
 * @returns whether it has waited, so that everything must be looked at again
 */
export async function waitForOthers(
  prepared: readonly Prepared[],
  request: DeliveryRequest,
  report: Report,
  surroundings: Surroundings,
): Promise<boolean> {
  const busy = prepared.flatMap((one) => one.busy ?? []);
  const isOnlyBusy = prepared.every(
    ({ problems, busy: facts }) => problems.length === 0 || facts !== undefined,
  );
  if (!request.waitsForOther || request.isDryRun || !isOnlyBusy || busy.length === 0) return false;
  const waited = await Promise.all(busy.map((facts) => waitForOther(facts, request, report, surroundings)));
  return waited.every((isOver) => isOver);
}

async function waitForOther(
  facts: Facts,
  { timeoutMinutes, pollSeconds }: DeliveryRequest,
  report: Report,
  { now, sleep, interrupted }: Surroundings,
): Promise<boolean> {
  const { target, aws } = facts;
  const [service, other] = await Promise.all([facts.service(), facts.underWay()]);
  if (service === undefined || other === undefined) return true;
  const until = now() + (timeoutMinutes ?? defaultMinutes + (target.shiftMinutes ?? 0)) * 60_000;
  const detail = await describeOther(facts, other.revisionArn, other.status);
  const tell = (state: "started" | "done" | "failed") =>
    report({
      kind: "step",
      service: target.service,
      step: "wait-for-other",
      title: "wait for the deployment that is under way",
      state,
      detail,
    });
  tell("started");
  while (now() < until && !interrupted.aborted) {
    await sleep(pollSeconds * 1_000);
    const present = await gatherFacts({ target, aws }).underWay().catch(refused);
    if (present instanceof PreconditionError) {
      report({ kind: "warning", service: target.service, ...blind(present) });
      break;
    }
    if (present === undefined) {
      tell("done");
      return true;
    }
  }
  tell("failed");
  return false;
}

function refused(error: unknown): PreconditionError {
  if (error instanceof PreconditionError) return error;
  throw error;
}

function blind({ problems: [problem] }: PreconditionError) {
  const message = `Whether the other deployment is over cannot be read: ${problem?.got ?? "no reason given"}.`;
  return { message, advice: problem?.advice ?? "Try again." };
}

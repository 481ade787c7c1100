import type { Problem } from "../../problems/problem";
import { explained } from "../aws/explained";
import { once } from "../aws/once";
import type { Surroundings } from "../ports/ports";
import { PreconditionError } from "../precondition-error";
import type { Report } from "../progress/progress";
import { gatherFacts, type Facts } from "../preconditions/facts";
import { checkAll, type Finding } from "../preconditions/precondition";
import { nothingUnderWay, servicePreconditions } from "../preconditions/service-preconditions";
import type { Located } from "../target/locate";
import type { Aim } from "./aim";
import type { DeliveryRequest } from "./delivery-request";
import { findUnrecorded } from "./find-unrecorded";
import { planService } from "./plan-service";
import type { ServicePlan } from "./service-plan";

/** A service after its preconditions were checked: with a plan, or with what does not hold. */
export interface Prepared {
  readonly service: string;
  readonly problems: readonly Problem[];
  readonly plan?: ServicePlan;
  /** Set when nothing but another deployment is in the way. */
  readonly busy?: Facts;
}

/** Checks a service and plans what to do with it; nothing is changed. */
export async function prepareService(
  located: Located,
  request: DeliveryRequest,
  aim: Aim,
  report: Report,
  { now }: Surroundings,
): Promise<Prepared> {
  const { environment, service } = located.target;
  const source = `${environment}/${service}`;
  const at = now();
  const facts = gatherFacts(located);
  const choose = once(() => explained(source, "image", () => aim.choose(facts)));
  const given = { ...request, facts, choose };
  const checks = [...servicePreconditions, ...aim.preconditions, nothingUnderWay];
  // What the plan needs besides is asked for at the same time; who needs it, hears of its errors.
  const early = [facts.running(), facts.spare(), facts.taggedDigest()];
  for (const fact of early) fact.catch(() => undefined);
  const findings = await checkAll(checks, given);
  for (const finding of findings) tell(report, service, finding);
  const problems = findings.flatMap((finding) => finding.problems);
  if (problems.length === 0)
    return planned(service, () =>
      explained(source, "service", async () => {
        const choice = await choose();
        const plan = await planService(facts, choice, request, at);
        const digest = plan.release.kind === "unchanged" ? undefined : await findUnrecorded(facts, choice);
        return digest === undefined ? plan : { ...plan, unrecordedDigest: digest };
      }),
    );
  const isBusy = findings.every(({ id, problems: found }) => found.length === 0 || id === nothingUnderWay.id);
  return { service, problems, ...(isBusy && { busy: facts }) };
}

async function planned(service: string, plan: () => Promise<ServicePlan>): Promise<Prepared> {
  try {
    return { service, problems: [], plan: await plan() };
  } catch (error) {
    if (!(error instanceof PreconditionError)) throw error;
    return { service, problems: error.problems };
  }
}

function tell(report: Report, service: string, { id, title, isOpen, problems }: Finding): void {
  const detail = problems.map(({ got }) => got).join("; ");
  report({
    kind: "step",
    service,
    step: id,
    title,
    state: problems.length > 0 ? "failed" : isOpen ? "skipped" : "done",
    ...(detail !== "" && { detail }),
  });
}

import { connectAws } from "../aws/connect-aws";
import type { Problem } from "../../problems/problem";
import { gatherFacts } from "../preconditions/facts";
import { checkAll } from "../preconditions/precondition";
import type { Report } from "../progress/progress";
import { locate, type Located } from "../target/locate";
import type { ServiceResult, ServicesRequest } from "./delivery-request";
import { examinationsOf, untriedActions } from "./doctor-examinations";
import { refusalOf } from "./refusal-of";

export interface DoctorRequest extends ServicesRequest {
  /** Time of a server of AWS, milliseconds since 1970; undefined when it cannot be reached. */
  readonly serverTime: () => Promise<number | undefined>;
  readonly now: () => number;
}

/** AWS refuses requests whose time is off by more, milliseconds. */
const mostSkew = 5 * 60_000;

/** Tries everything that a deploy needs and that changes nothing, and says what is missing. */
export async function doctor(request: DoctorRequest, report: Report): Promise<readonly ServiceResult[]> {
  const ofMachine = [...(await examineClock(request)), ...(await examineCredentials(request))];
  return Promise.all(request.services.map((service) => examine(service, request, ofMachine, report)));
}

interface Found {
  readonly step: string;
  readonly title: string;
  readonly detail?: string;
  /** Could not be examined: another finding says why. */
  readonly isOpen?: boolean;
  readonly problems: readonly Problem[];
}

async function examine(
  service: string,
  request: DoctorRequest,
  ofMachine: readonly Found[],
  report: Report,
): Promise<ServiceResult> {
  const since = request.now();
  const problems: Problem[] = [];
  const tell = (found: Found) => {
    const isNew = ({ where, got }: Problem) =>
      !problems.some((one) => one.where === where && one.got === got);
    problems.push(...found.problems.filter(isNew));
    const { step, title, detail, isOpen = false } = found;
    const state = found.problems.length > 0 ? "failed" : isOpen ? "skipped" : "done";
    report({ kind: "step", service, step, title, state, ...(detail !== undefined && { detail }) });
  };
  ofMachine.forEach(tell);
  const { environment, source, access } = request;
  const place = { step: "target", title: "the delivery target is there" };
  const located = await locate({ environment, service }, source, access).catch((error: unknown) => {
    const refusal = refusalOf(error, `${environment}/${service}`);
    tell({ ...place, problems: refusal.problems });
    return undefined;
  });
  if (located !== undefined) {
    tell({ ...place, detail: sourceText(source.kind), problems: [] });
    for (const found of await examineService(located)) tell(found);
    const title = "what changes something cannot be tried; the deploy role must allow it";
    const detail = untriedActions(located.target).join(", ");
    report({ kind: "step", service, step: "untried", title, state: "skipped", detail });
  }
  const outcome = problems.length === 0 ? "done" : "precondition";
  const name = `${environment}/${service}`;
  const message =
    problems.length === 0
      ? `A deploy to ${name} can start from here.`
      : `A deploy to ${name} would not succeed.`;
  report({ kind: "result", service, outcome, message, seconds: (request.now() - since) / 1000 });
  return { service, outcome, message, problems };
}

async function examineService(located: Located): Promise<readonly Found[]> {
  const facts = gatherFacts(located);
  const given = {
    facts,
    isDespiteAlarms: false,
    choose: () => Promise.reject(new Error("The doctor chooses no image.")),
  };
  const findings = await checkAll(examinationsOf(located.target), given);
  return findings.map(({ id, ...finding }) => ({ step: id, ...finding }));
}

async function examineClock({ serverTime, now }: DoctorRequest): Promise<readonly Found[]> {
  const time = await serverTime();
  if (time === undefined) return [];
  const skew = now() - time;
  const isRight = Math.abs(skew) < mostSkew;
  const problem = {
    where: "clock of this machine",
    must: "must be right within 5 minutes, or AWS refuses what it signs",
    got: `${Math.round(Math.abs(skew) / 60_000)} minutes ${skew > 0 ? "ahead" : "behind"}`,
    advice: "Set it by a time server (NTP).",
  };
  return [{ step: "clock", title: "the clock is right", problems: isRight ? [] : [problem] }];
}

async function examineCredentials({ access, source }: DoctorRequest): Promise<readonly Found[]> {
  // The CI's token is exchanged for the deploy role, which the target names.
  const isForTarget = access.readWebIdentityToken !== undefined && access.webIdentityRoleArn === undefined;
  if (isForTarget && source.kind !== "parameter") return [];
  const found = { step: "credentials", title: "AWS knows the credentials" };
  try {
    const { account, arn } = await connectAws(access).identity();
    return [{ ...found, detail: `account ${account}, ${arn}`, problems: [] }];
  } catch (error) {
    return [{ ...found, problems: refusalOf(error, "credentials", "AWS credentials").problems }];
  }
}

function sourceText(kind: ServicesRequest["source"]["kind"]): string {
  return { parameter: "SSM", vault: "Vault", files: "file" }[kind];
}

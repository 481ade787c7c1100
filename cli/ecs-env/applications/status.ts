import {
  status as readStatus,
  type ServiceStatus,
  type UnreadService,
} from "../../../deploy/commands/status";
import { exitCodes } from "../../../deploy/exit-codes";
import { harmlessProblems } from "../../../deploy/progress/harmless-problems";
import { harmless } from "../../../deploy/progress/harmless-text";
import { shortDigests } from "../../../deploy/progress/short-digests";
import { type Program } from "./program";

/** `ecs-env status`. */
export const status: Program = async ({ command, requests }) => {
  const answers = await readStatus(requests);
  const read = answers.flatMap((answer) => ("refusal" in answer ? [] : [answer]));
  const exitCode = read.length > 0 ? exitCodes.done : exitCodes.precondition;
  const refusals = answers.flatMap((answer) =>
    "refusal" in answer ? [harmlessProblems(answer.refusal.source, answer.refusal.problems)] : [],
  );
  return {
    exitCode,
    ...(read.length > 0 && { text: read.map(statusText).join("\n\n") }),
    ...(refusals.length > 0 && { problems: refusals.join("\n") }),
    json: [
      ...answers.map(jsonOf),
      { kind: "end", command: command.name, exitCode, services: read.map(({ service }) => service) },
    ],
  };
};

function jsonOf(answer: ServiceStatus | UnreadService): object {
  if (!("refusal" in answer)) return { kind: "status", ...answer };
  const { environment, service, refusal } = answer;
  return { kind: "unread", environment, service, problems: refusal.problems };
}

/** One service as a block of lines: what runs, and only then what is not as it should be. */
export function statusText(answer: ServiceStatus): string {
  const lines = [
    ["runs", runs(answer)],
    ["release", release(answer)],
    ["tasks", tasks(answer)],
    ["alarms", answer.alarmsFiring.length > 0 ? `firing: ${answer.alarmsFiring.join(", ")}` : undefined],
    ["under way", underWay(answer)],
    ["template", template(answer)],
    ["tag", environmentTag(answer)],
  ] as const;
  const said = lines.flatMap(([word, text]) =>
    text === undefined ? [] : [`  ${word.padEnd(10)}${harmless(text)}`],
  );
  return [`${answer.environment}/${answer.service}`, ...said].join("\n");
}

function runs({ runs: { digest, imageTags, revision, isSeed, since } }: ServiceStatus): string {
  const image = isSeed
    ? "the image that Terraform began with; nothing was deployed yet"
    : `${shortDigest(digest)}${imageTags.length > 0 ? ` (${imageTags.join(", ")})` : ""}`;
  return [image, revision, ...(since === undefined ? [] : [`since ${since}`])].join(", ");
}

function release({
  runs: { commit, person, pipeline, healthyAt, unproven, isSeed },
}: ServiceStatus): string | undefined {
  const known = [
    commit === undefined ? undefined : `commit ${commit}`,
    person === undefined ? undefined : `by ${person}`,
    pipeline,
    healthyAt === undefined ? (isSeed ? undefined : "not proved healthy") : `healthy ${healthyAt}`,
    unproven === undefined ? undefined : `unproven: ${unproven}`,
  ].filter((part) => part !== undefined);
  return known.length === 0 ? undefined : known.join(", ");
}

function tasks({ tasks: { running, desired, pending }, targets }: ServiceStatus): string {
  return [
    `${running} of ${desired} running`,
    ...(pending > 0 ? [`${pending} pending`] : []),
    ...(targets ? [`${targets.healthy} of ${targets.total} targets healthy`] : []),
  ].join(", ");
}

function underWay({ underWay: deployment }: ServiceStatus): string | undefined {
  if (deployment === undefined) return undefined;
  const { revision, status: state, stage, startedAt, trafficPercent } = deployment;
  return [
    `${revision}: ${stage === undefined ? state : `${state} ${stage}`}`,
    ...(trafficPercent === undefined ? [] : [`${trafficPercent}% of the traffic`]),
    ...(startedAt === undefined ? [] : [`since ${startedAt}`]),
  ].join(", ");
}

function template({ template: { revision, isNewer, changes } }: ServiceStatus): string | undefined {
  if (!isNewer) return undefined;
  const what = changes.length > 0 ? changes.join("; ") : "nothing that a task would notice";
  return `${revision} is newer than what runs; ecs-env sync brings: ${what}`;
}

function environmentTag({
  environmentTag: { tag, digest, namesWhatRuns },
  runs: { isSeed },
}: ServiceStatus): string | undefined {
  if (namesWhatRuns || (isSeed && digest === undefined)) return undefined;
  const is =
    digest === undefined ? "is on no image yet" : `names ${shortDigest(digest)}, which is not what runs`;
  return `${tag} ${is}; ecs-env wait puts it on what runs, when that is healthy`;
}

/** For people. */
export function shortDigest(digest: string | undefined): string {
  return digest === undefined ? "unknown" : shortDigests(digest);
}

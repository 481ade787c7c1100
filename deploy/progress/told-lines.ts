import { harmless } from "./harmless-text";
import { shortName } from "../rollout/short-name";
import type { LogProgress, Outcome, Progress, RolloutProgress, StoppedTaskProgress } from "./progress";
import { shortDigests } from "./short-digests";

/** What matters about a line, for colours. */
export type Tone = "plain" | "good" | "warning" | "bad";

/** Progress in words: a keyword and a text, with lines that belong below it. */
export interface Told {
  readonly word: string;
  readonly tone: Tone;
  readonly text: string;
  readonly more: readonly string[];
}

const outcomes = {
  done: ["DONE", "good"],
  unchanged: ["UNCHANGED", "good"],
  planned: ["PLANNED", "plain"],
  started: ["STARTED", "plain"],
  "command-failed": ["FAILED", "bad"],
  "rolled-back": ["ROLLED BACK", "bad"],
  precondition: ["REFUSED", "bad"],
  failed: ["FAILED", "bad"],
  interrupted: ["INTERRUPTED", "warning"],
} as const satisfies Readonly<Record<Outcome, readonly [word: string, tone: Tone]>>;

const stepTones = { done: "good", skipped: "plain", planned: "plain", failed: "bad" } as const;

/** Undefined for the beginning of a step, of which its end tells as well. */
export function told(progress: Progress): Told | undefined {
  switch (progress.kind) {
    case "step": {
      const { state, title, detail } = progress;
      if (state === "started") return undefined;
      return line(state, stepTones[state], detail === undefined ? title : `${title}: ${detail}`);
    }
    case "rollout":
      return line("rollout", progress.alarmsFiring?.length ? "warning" : "plain", rolloutText(progress));
    case "service-event":
      return line("event", "plain", progress.message);
    case "stopped-task":
      return {
        ...line("stopped", "bad", `task ${shortName(progress.task)}: ${progress.reason}`),
        more: stoppedMore(progress),
      };
    case "log":
      return line("log", "plain", progress.message);
    case "warning":
      return line("warning", "warning", `${progress.message} ${progress.advice}`);
    case "result": {
      const [word, tone] = outcomes[progress.outcome];
      return line(word, tone, `${progress.message} (${duration(progress.seconds)})`);
    }
  }
}

function line(word: string, tone: Tone, text: string): Told {
  return { word, tone, text: harmless(shortDigests(text)), more: [] };
}

/** AWS's answers lag behind: what looks like an end may not be one. */
export const makingSure = "waits to be sure";

function rolloutText({
  status,
  stage,
  tasks,
  serving,
  targets,
  trafficPercent,
  alarmsFiring,
  makesSureSeconds,
}: RolloutProgress): string {
  return [
    stage === undefined ? status : `${status} ${stage}`,
    `tasks ${serving ? servingText(serving) : tasksText(tasks)}`,
    ...(targets ? [`targets ${targetsText(targets)}`] : []),
    ...(trafficPercent === undefined ? [] : [`traffic ${trafficPercent}%`]),
    ...(alarmsFiring?.length ? [`alarms firing: ${alarmsFiring.join(", ")}`] : []),
    ...(makesSureSeconds === undefined ? [] : [`${makingSure}, up to ${duration(makesSureSeconds)}`]),
  ].join("; ");
}

export function tasksText({ desired, running, pending, failed }: RolloutProgress["tasks"]): string {
  const others = [
    ...(pending > 0 ? [`${pending} pending`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  return [`${running} of ${desired} running`, ...others].join(", ");
}

export function servingText({ revision, running, desired }: NonNullable<RolloutProgress["serving"]>): string {
  return `${running} of ${desired} running ${revision}`;
}

export function targetsText({
  healthy,
  total,
}: {
  readonly healthy: number;
  readonly total: number;
}): string {
  return `${healthy} of ${total} healthy`;
}

function stoppedMore({ containers, advice, logLines }: StoppedTaskProgress): string[] {
  return [
    ...containers.map(({ name, exitCode, reason }) => {
      const words = [
        ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
        ...(reason ? [reason] : []),
      ];
      return `${name}: ${words.join(", ") || "no exit code"}`;
    }),
    ...(advice === undefined ? [] : [advice]),
    ...logLines.map((text) => `| ${text}`),
  ].map(harmless);
}

/** `2m 05s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (part: number) => String(part).padStart(2, "0");
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m ${two(whole % 60)}s`;
  return `${Math.floor(whole / 3600)}h ${two(Math.floor((whole % 3600) / 60))}m`;
}

/** A line of a log is told in one way everywhere: when, by which task, what. */
export function logLine({ at, task, message }: LogProgress): string {
  return `${clock(Date.parse(at))}  ${harmless(task).slice(0, 8)}  ${harmless(message)}`.trimEnd();
}

/** Time of day in UTC. @param now milliseconds since 1970 */
export function clock(now: number): string {
  return `${new Date(now).toISOString().slice(11, 19)}Z`;
}

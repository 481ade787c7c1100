import { harmless } from "./harmless-text";
import type { RolloutProgress } from "./progress";
import type { ProgressView, ServiceView } from "./progress-view";
import { duration, makingSure, servingText, targetsText, tasksText } from "./told-lines";

export interface FrameSize {
  /** Characters of a line; a longer one would break, and a part of it would stay when the frame is redrawn. */
  readonly columns: number;
  /** Lines of the terminal: a higher frame could not be taken away again. */
  readonly rows: number;
}

const barWidth = 20;

/** What moves on a terminal: a few lines for every service that is worked on. @param now milliseconds since 1970 */
export function terminalFrame(
  view: ProgressView,
  { columns, rows }: FrameSize,
  now: number,
): readonly string[] {
  const lines = [...view.values()]
    .filter(({ isOver }) => !isOver)
    .flatMap((service) => serviceLines(service, now));
  return lines.slice(0, Math.max(1, rows - 1)).map((line) => cut(line, columns - 1));
}

function serviceLines({ service, since, running, rollout, lastEvent }: ServiceView, now: number): string[] {
  return [
    `${service}  ${duration((now - since) / 1000)}`,
    ...Object.values(running).map((title) => `  ${harmless(title)} …`),
    ...(rollout ? rolloutLines(rollout) : []),
    ...(lastEvent ? [`  ${harmless(lastEvent.message)}`] : []),
  ];
}

function rolloutLines({
  status,
  stage,
  tasks,
  serving,
  targets,
  trafficPercent,
  alarmsFiring,
  makesSureSeconds,
}: RolloutProgress): string[] {
  const shown = serving ?? tasks;
  return [
    `  ${harmless([status, stage, makesSureSeconds === undefined ? undefined : makingSure].filter(Boolean).join(", "))}`,
    `  tasks    ${bar(shown.running, shown.desired)}  ${serving ? servingText(serving) : tasksText(tasks)}`,
    ...(targets ? [`  targets  ${bar(targets.healthy, targets.total)}  ${targetsText(targets)}`] : []),
    ...(trafficPercent === undefined ? [] : [`  traffic  ${bar(trafficPercent, 100)}  ${trafficPercent}%`]),
    ...(alarmsFiring?.length ? [`  alarms firing: ${harmless(alarmsFiring.join(", "))}`] : []),
  ];
}

function bar(part: number, whole: number): string {
  const share = whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0;
  const full = Math.floor(share * barWidth);
  return `${"█".repeat(full)}${"░".repeat(barWidth - full)}`;
}

function cut(line: string, width: number): string {
  const characters = [...line];
  return characters.length <= width ? line : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}

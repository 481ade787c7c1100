import type { Progress } from "./progress";
import type { ProgressView, ServiceView } from "./progress-view";
import { clock, duration, logLine, makingSure, told } from "./told-lines";

/** Of the longest word, `ROLLED BACK`. */
const wordWidth = 11;

/**
 * Progress for the log of a CI: lines that stay, without control characters, each with the time in UTC.
 *
 * @param now milliseconds since 1970
 * @param nameWidth letters of the longest service's name, so that lines of several services are aligned
 */
export function plainLines(progress: Progress, now: number, nameWidth = 0): readonly string[] {
  const said = told(progress);
  if (said === undefined) return [];
  if (progress.kind === "log") return [logLine(progress)];
  const start = `${clock(now)}  ${progress.service.padEnd(nameWidth)}  `;
  const below = " ".repeat(start.length + wordWidth + 2);
  return [
    `${start}${said.word.padEnd(wordWidth)}  ${said.text}`,
    ...said.more.map((text) => `${below}${text}`),
  ].map((line) => line.trimEnd());
}

/** One line per service that is worked on: CIs end jobs that say nothing for long. */
export function heartbeat(view: ProgressView, now: number, nameWidth = 0): readonly string[] {
  return [...view.values()]
    .filter(({ isOver }) => !isOver)
    .map(
      (service) =>
        `${clock(now)}  ${service.service.padEnd(nameWidth)}  ${"still".padEnd(wordWidth)}  ${doing(service)}, ${duration((now - service.since) / 1000)} so far`,
    );
}

function doing({ running, rollout }: ServiceView): string {
  const title = Object.values(running).at(-1) ?? "working";
  if (rollout === undefined) return title;
  const doubt = rollout.makesSureSeconds === undefined ? "" : `, ${makingSure}`;
  return `${title}: ${rollout.status}${doubt}`;
}

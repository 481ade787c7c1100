import type { Progress } from "./progress";
import { logLine, told, type Tone } from "./told-lines";

/** How a terminal colours a tone. */
export type Paint = (tone: Tone, text: string) => string;

/**
 * What stays above the frame of a terminal: steps that are over, warnings, results. What the frame shows while it moves (rollout,
 * events) is not said again.
 */
export function terminalLines(progress: Progress, paint: Paint): readonly string[] {
  if (progress.kind === "rollout" || progress.kind === "service-event") return [];
  if (progress.kind === "log") return [logLine(progress)];
  const said = told(progress);
  if (said === undefined) return [];
  const mark = progress.kind === "step" ? marks[progress.state] : said.word;
  return [
    `${progress.service}  ${paint(said.tone, mark)} ${said.text}`,
    ...said.more.map((text) => `${" ".repeat(progress.service.length + 4)}${text}`),
  ];
}

const marks = { started: "…", done: "✓", skipped: "-", failed: "✗", planned: "·" } as const;

import { jsonLine } from "../../../deploy/progress/json-lines";
import { heartbeat, plainLines } from "../../../deploy/progress/plain-lines";
import type { Report } from "../../../deploy/progress/progress";
import { viewAfter, type ProgressView } from "../../../deploy/progress/progress-view";
import { terminalFrame } from "../../../deploy/progress/terminal-frame";
import { terminalLines, type Paint } from "../../../deploy/progress/terminal-lines";
import { LiveArea, type LiveOutput } from "./live-area";

/** How a command's progress is shown. */
export interface ProgressShow {
  readonly report: Report;
  /** Makes room, before something else is written. */
  readonly pause: () => void;
  /** Called every second. */
  readonly tick: () => void;
}

/** Many CIs end a job that has said nothing for ten minutes; people get anxious earlier. */
const quietMilliseconds = 60_000;

/** One object per line, for programs. */
export function showJson(output: LiveOutput, now: () => number): ProgressShow {
  return {
    report: (progress) => output.write(`${jsonLine(progress, now())}\n`),
    pause: () => undefined,
    tick: () => undefined,
  };
}

/**
 * Lines that stay, for the log of a CI or a file.
 *
 * @param services of this call: their lines are aligned
 */
export function showPlain(
  output: LiveOutput,
  now: () => number,
  services: readonly string[] = [],
): ProgressShow {
  const nameWidth = Math.max(0, ...services.map(({ length }) => length));
  let view: ProgressView = new Map();
  let lastWritten = now();
  const write = (lines: readonly string[]) => {
    if (lines.length === 0) return;
    output.write(lines.map((line) => `${line}\n`).join(""));
    lastWritten = now();
  };
  return {
    report: (progress) => {
      view = viewAfter(view, progress, now());
      write(plainLines(progress, now(), nameWidth));
    },
    pause: () => undefined,
    tick: () => {
      if (now() - lastWritten >= quietMilliseconds) write(heartbeat(view, now(), nameWidth));
    },
  };
}

/** A frame that moves below lines that stay, for a person at a terminal. */
export function showLive(output: LiveOutput, now: () => number, paint: Paint): ProgressShow {
  let view: ProgressView = new Map();
  const area = new LiveArea(output, (size) => terminalFrame(view, size, now()));
  return {
    report: (progress) => {
      view = viewAfter(view, progress, now());
      area.draw(terminalLines(progress, paint));
    },
    pause: () => area.clear(),
    tick: () => area.draw(),
  };
}

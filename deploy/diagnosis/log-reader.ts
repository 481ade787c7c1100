import type { LogLine, LogPort } from "../ports/watching-ports";
import type { LogPlace } from "./log-place";

/** Lines of one answer; more are read by the next call. */
const portion = 5_000;

/** Lines reach CloudWatch late and out of order: this far back is looked again, milliseconds. */
const overlap = 5_000;

/**
 * Reads a log from a time on, each line once.
 *
 * @param task beginning of the task's id; all tasks without it
 * @param since milliseconds since 1970
 * @returns a function that gives what has come since its last call, oldest first
 */
export function createLogReader(
  logs: LogPort,
  { group, streamPrefix }: LogPlace,
  { task = "", since }: { readonly task?: string; readonly since: number },
): () => Promise<readonly LogLine[]> {
  let from = since;
  let told = new Map<string, number>();
  return async () => {
    const fresh: LogLine[] = [];
    for (;;) {
      const lines = await logs.linesSince(group, {
        streamPrefix: `${streamPrefix}${task}`,
        since: from,
        limit: portion,
      });
      const counts = new Map<string, number>();
      for (const line of lines) {
        const key = keyOf(line);
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        if (count > (told.get(key) ?? 0)) fresh.push(line);
      }
      const newest = Math.max(from, ...lines.map(({ at }) => at));
      const isAll = lines.length < portion;
      const next = isAll ? Math.max(since, newest - overlap) : newest;
      told = new Map([...told, ...counts].filter(([key]) => Number(key.slice(0, key.indexOf(" "))) >= next));
      if (isAll || next === from) {
        from = next;
        return fresh;
      }
      from = next;
    }
  };
}

function keyOf({ at, stream, message }: LogLine): string {
  return `${at} ${stream} ${message}`;
}

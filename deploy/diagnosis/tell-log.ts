import type { LogLine } from "../ports/watching-ports";
import type { LogProgress } from "../progress/progress";
import { blotOut } from "./blot-out";

/** Lines of a service's log as they may be shown. @param values of the containers' variables */
export function logProgress(
  service: string,
  lines: readonly LogLine[],
  values: readonly string[],
): readonly LogProgress[] {
  const parts = lines.flatMap(({ at, stream, message }) =>
    message.split(/\r?\n/).map((text) => ({ at, stream, text })),
  );
  const shown = blotOut(
    parts.map(({ text }) => text),
    values,
  );
  return parts.map(({ at, stream }, index) => ({
    kind: "log",
    service,
    at: new Date(at).toISOString(),
    task: stream.slice(stream.lastIndexOf("/") + 1),
    message: shown[index] ?? "",
  }));
}

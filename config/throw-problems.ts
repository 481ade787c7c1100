import { ConfigError } from "../problems/config-error";
import type { Problem } from "../problems/problem";

/** More problems than anyone mends before the next try; input that is no environment could have a hundred thousand. */
const mostProblems = 200;

/** Names that people chose may be of any length. */
const longestPart = 400;

/** Throws one ConfigError with the problems, or returns when there are none. */
export function throwProblems(source: string, problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, mostProblems).map(({ where, must, got, advice }) => ({
    where: cut(where),
    must: cut(must),
    got: cut(got),
    advice: cut(advice),
  }));
  if (problems.length > mostProblems) {
    shown.push({
      where: "(all)",
      must: `must be mended in steps: only the first ${mostProblems} problems are shown`,
      got: `${problems.length} problems`,
      advice: "Mend these and try again.",
    });
  }
  throw new ConfigError(source, shown);
}

function cut(text: string): string {
  return text.length > longestPart ? `${text.slice(0, longestPart - 1)}…` : text;
}

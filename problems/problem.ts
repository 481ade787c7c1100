/**
 * One thing that is wrong with an input, in the four parts that every error of this library has.
 */
export interface Problem {
  /** Where: field path (`services.api.cpu`), or file with line and column. */
  readonly where: string;
  /** What must hold: a sentence that goes on after the place ("must be a Fargate size"). */
  readonly must: string;
  /** What was given, already formatted for people. */
  readonly got: string;
  /** What to do about it: a full sentence. */
  readonly advice: string;
}

/** A place with file, line and column is longer than a column for it may be. */
const widestColumn = 48;

/**
 * Formats problems for people: a headline with the count, then one aligned line per problem; what is said of a long place
 * goes below it.
 */
export function formatProblems(source: string, problems: readonly Problem[]): string {
  const lengths = problems.map(({ where }) => where.length).filter((length) => length <= widestColumn);
  const width = Math.max(0, ...lengths);
  const lines = problems.map(({ where, must, got, advice }) => {
    const place = where.length <= widestColumn ? `${where.padEnd(width)}  ` : `${where}\n      `;
    return `  ${place}${must}, got ${got}. ${advice}`;
  });
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  return [`${source}: ${count}`, ...lines].join("\n");
}

/** Formats a given value the way problems show it: strings quoted, long values cut. */
export function formatGiven(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

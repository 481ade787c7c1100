/** `key = value` in a body or an object; both already rendered. */
export interface Assignment {
  readonly key: string;
  readonly value: string;
}

/**
 * Writes assignments under each other, equals signs aligned as `terraform fmt` aligns them.
 *
 * A value of several lines, unless it is a heredoc, is not aligned and ends the run of aligned lines before it.
 */
export function renderAssignments(assignments: readonly Assignment[], depth: number): string {
  const indent = "  ".repeat(depth);
  return runsOf(assignments)
    .flatMap((run) => {
      const width = Math.max(...run.map(({ key }) => columnsOf(key)));
      return run.map(({ key, value }) => `${indent}${key}${" ".repeat(width - columnsOf(key))} = ${value}\n`);
    })
    .join("");
}

function runsOf(assignments: readonly Assignment[]): Assignment[][] {
  const runs: Assignment[][] = [];
  let isOpen = false;
  for (const assignment of assignments) {
    const isAligned = !assignment.value.includes("\n") || assignment.value.startsWith("<<");
    const run = runs.at(-1);
    if (isAligned && isOpen && run !== undefined) run.push(assignment);
    else runs.push([assignment]);
    isOpen = isAligned;
  }
  return runs;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function columnsOf(key: string): number {
  return /^[\x20-\x7e]*$/.test(key) ? key.length : [...graphemes.segment(key)].length;
}

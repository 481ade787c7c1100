/** Numbers, one per round. */
export type Samples = readonly number[];

/** Runs each measurement once per round, in turns, so that whatever else the machine does hits all of them alike. */
export function interleave<Name extends string, Sample>(
  rounds: number,
  measurements: Readonly<Record<Name, () => Sample>>,
): Readonly<Record<Name, readonly Sample[]>> {
  const names = Object.keys(measurements) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, [] as Sample[]])) as Record<Name, Sample[]>;
  for (let round = 0; round < rounds; round += 1) {
    // Every other round backwards: what comes second must not always find the caches warm.
    const order = round % 2 === 0 ? names : names.toReversed();
    for (const name of order) samples[name].push(measurements[name]());
  }
  return samples;
}

export function median(values: Samples): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = low] = sorted.slice(sorted.length % 2 === 0 ? middle - 1 : middle);
  return sorted.length % 2 === 0 ? (low + high) / 2 : low;
}

/** The median of each round's ratio: a slow minute of the machine counts in both parts of a round. */
export function ratio(samples: Samples, others: Samples): number {
  return median(samples.map((sample, round) => sample / (others[round] ?? Number.NaN)));
}

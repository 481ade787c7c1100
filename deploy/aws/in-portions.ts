/** Asks for many things in calls of at most so many each; none at all needs no call. */
export async function inPortions<Asked, Answer>(
  all: readonly Asked[],
  size: number,
  ask: (portion: Asked[]) => Promise<readonly Answer[]>,
): Promise<readonly Answer[]> {
  const starts = Array.from({ length: Math.ceil(all.length / size) }, (_, index) => index * size);
  const answers = await Promise.all(starts.map((start) => ask(all.slice(start, start + size))));
  return answers.flat();
}

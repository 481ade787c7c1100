/**
 * Does something with each item, a few at a time; results in the order of the items.
 *
 * @throws the first error, when all that was begun has ended: a Terraform that nobody waits for must not go on.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) {
      const item = items[index];
      if (item !== undefined) results[index] = await work(item);
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, worker));
  for (const one of workers) if (one.status === "rejected") throw one.reason;
  return results;
}

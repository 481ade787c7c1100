import type { AwsPorts } from "../ports/ports";
import { unlessTroubled } from "./aws-trouble";
import type { Verdict } from "./rollout";

/** What a release's tags tell of its origin; written when it is registered. */
const originTags = ["person", "pipeline", "commit"] as const;

/** Adds whose deployment took the place of this one, as far as its revision's tags tell. */
export async function withAuthor(verdict: Verdict, ports: AwsPorts): Promise<Verdict> {
  const { supersededBy } = verdict;
  if (supersededBy === undefined) return verdict;
  let origin: readonly string[] = [];
  await unlessTroubled(
    async () => {
      const tags = (await ports.ecs.describeTaskDefinition(supersededBy))?.tags ?? [];
      origin = originTags.flatMap((name) => {
        const value = tags.find(({ key }) => key === `ecs-env:${name}`)?.value;
        return value === undefined ? [] : [`${name} ${value}`];
      });
    },
    () => undefined,
  );
  return origin.length === 0
    ? verdict
    : { ...verdict, message: `${verdict.message} It is of ${origin.join(", ")}.` };
}

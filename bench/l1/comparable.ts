import { elementsOf, followRemoteState, type Json, type JsonMap, type Stacks } from "./stack-configuration";

/**
 * What stacks say, independent of how things are named: by address, with references between stacks followed to what
 * they mean, and without the types that L1 programs carry in their ids.
 */
export function comparable(stacks: Stacks): ReadonlyMap<string, unknown> {
  const entries = [...stacks].flatMap(([name, stack]): [string, Json][] => {
    const follow = (text: string) =>
      text.replace(/data\.terraform_remote_state\.([\w-]+)\.outputs\.([\w-]+)/g, (_, state, output) => {
        const { stackName, expression } = followRemoteState(stacks, stack, state, output);
        return `${stackName}/${expression}`;
      });
    return [
      ...elementsOf(stack).map(({ address, body }): [string, Json] => [
        withoutType(`${name}/${address}`),
        mapTexts(body, (text) => withoutType(follow(text))),
      ]),
      ...Object.values(stack.output ?? {}).map(({ value = null }): [string, Json] => {
        const text = withoutType(JSON.stringify(value));
        return [`${name}/output ${text}`, text];
      }),
      [`${name}/provider`, (stack.provider ?? {}) as JsonMap],
      [`${name}/terraform`, stack.terraform ?? {}],
    ];
  });
  return new Map(entries);
}

/** Number of resources and data sources of each type. */
export function countByType(stacks: Stacks): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const stack of stacks.values()) {
    for (const { type } of elementsOf(stack)) counts[type] = (counts[type] ?? 0) + 1;
  }
  return counts;
}

function withoutType(text: string): string {
  return text.replace(/\b(\w+)\.\1__/g, "$1.");
}

function mapTexts(value: Json, map: (text: string) => string): Json {
  if (typeof value === "string") return map(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => mapTexts(item, map));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, map)]));
}

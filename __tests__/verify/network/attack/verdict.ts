import { explain } from "../../../../verify/network/explain";
import { readNetwork } from "../../../../verify/network/read-network";
import { type Bodies } from "../../../support/verified";
import { environmentOf } from "../small-network";

/** What the files say of a connection: `undecided` where they do not tell all that it depends on. */
export type Answer = "open" | "undecided" | "closed";

/** What `ecs-env reach` answers, on the ground of the small network. */
export function answerOf(parts: readonly Bodies[], from: string, to: string): Answer {
  const network = readNetwork(environmentOf(parts));
  const named = (name: string) => network.nodes.some((node) => node.name === name);
  if (!named(from) || !named(to)) throw new Error(`${from}, ${to}: ${network.nodes.map(({ name }) => name)}`);
  const { paths } = explain(network, from, to);
  if (paths.some(({ undecided }) => !undecided)) return "open";
  return paths.length > 0 ? "undecided" : "closed";
}

import { distance } from "fastest-levenshtein";
import { ConfigError } from "../../problems/config-error";
import { formatGiven } from "../../problems/problem";
import { type Network, type NetworkNode } from "./network";

/**
 * The node of a name, of its last part where only one has it (`orders` for `service.orders`), of an address (`aws_db_instance.app`), or
 * of a place (`dev-data/aws_db_instance.app`).
 *
 * @throws ConfigError when there is none.
 */
export function findNode(network: Network, text: string): NetworkNode {
  const byName = network.nodes.find(({ name }) => name === (isEveryone(text) ? "internet" : text));
  const [byAddress, ...others] = network.nodes.filter(
    ({ resource }) => resource?.place === text || resource?.address === text,
  );
  const shortened = network.nodes.filter(({ name }) => name.slice(name.indexOf(".") + 1) === text);
  const byShortName = shortened.length === 1 ? shortened[0] : undefined;
  const found = byName ?? byShortName ?? (others.length === 0 ? byAddress : undefined);
  if (found) return found;
  const names = network.nodes.map(({ name }) => name);
  const [closest = "internet"] = [...names].sort((one, other) => distance(text, one) - distance(text, other));
  const advice =
    others.length > 0
      ? "Name its stack too, as in dev-data/aws_db_instance.app."
      : `Did you mean ${closest}? There are: ${names.join(", ")}.`;
  const must = "must be a node of the network";
  throw new ConfigError(network.environment, [{ where: "node", must, got: formatGiven(text), advice }]);
}

function isEveryone(text: string): boolean {
  return text === "0.0.0.0/0" || text === "::/0";
}

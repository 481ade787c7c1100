import { formatGiven, type Problem } from "../../problems/problem";
import type { EnvironmentDraft } from "../draft";
import { didYouMean } from "../../problems/did-you-mean";
import { fieldPath } from "../../problems/field-path";
import type { EnvironmentCheck } from "./environment-check";

/** A service names databases that exist. */
export const databasesExist: EnvironmentCheck = ({ databases, services }) => {
  if (!databases) return [];
  const known = [...databases.keys()];
  return [...(services ?? [])].flatMap(([service, { databases: used = [] }]) =>
    used.flatMap((name, index): Problem[] => {
      if (databases.has(name)) return [];
      const advice = known.length === 0 ? `Add ${name} to databases.` : didYouMean(name, known);
      const where = fieldPath("services", [service, "databases", index]);
      return [{ where, must: "must be a database of this environment", got: formatGiven(name), advice }];
    }),
  );
};

/** A database that nothing can reach costs money all the same. */
export const databasesAreUsed: EnvironmentCheck = ({ databases, services }) => {
  const used = usedDatabases(services);
  if (!used) return [];
  return [...(databases?.keys() ?? [])].flatMap((name): Problem[] => {
    if (used.has(name)) return [];
    const must = "must be used by at least one service";
    const advice = `Add ${JSON.stringify(name)} to databases of the service that uses it, or remove it.`;
    return [{ where: fieldPath("databases", [name]), must, got: "no service", advice }];
  });
};

/** Undefined when some service's list is not known. */
function usedDatabases(services: EnvironmentDraft["services"]): ReadonlySet<string> | undefined {
  if (!services) return undefined;
  const lists = [...services.values()].map(({ databases }) => databases);
  return lists.includes(undefined) ? undefined : new Set(lists.flatMap((list) => list ?? []));
}

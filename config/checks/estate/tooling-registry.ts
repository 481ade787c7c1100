import { formatGiven, type Problem } from "../../../problems/problem";
import type { EstateCheck } from "./estate-check";

/** Images are promoted from environment to environment: all pull from the one registry. */
export const toolingRegistry: EstateCheck = ({ tooling, environments }) =>
  environments.flatMap(({ name, registry }): Problem[] => {
    const must = (what: string, value: string) => `must be the ${what} of tooling, ${value}`;
    const advice = "Use that of environments/tooling.ts.";
    const problems: Problem[] = [];
    if (registry.account !== tooling.account) {
      const got = formatGiven(registry.account);
      problems.push({
        where: `${name}.registry.account`,
        must: must("account", tooling.account),
        got,
        advice,
      });
    }
    if (registry.region !== tooling.region) {
      const got = formatGiven(registry.region);
      problems.push({ where: `${name}.registry.region`, must: must("region", tooling.region), got, advice });
    }
    return problems;
  });

/** Each repository is made once. */
export const repositoriesDiffer: EstateCheck = ({ tooling, environments }) => {
  const services = new Set(environments.flatMap((environment) => Object.keys(environment.services)));
  return tooling.repositories.flatMap((repository, index): Problem[] => {
    if (repository !== "seed" && !services.has(repository)) return [];
    const must = "must not be a repository that is made in any case, for a service or the seed image";
    const where = `tooling.repositories[${index}]`;
    return [{ where, must, got: formatGiven(repository), advice: "Remove it." }];
  });
};

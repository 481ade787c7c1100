import { parsePrivateImage, seedRepository } from "../../../limits/private-images";
import { formatGiven, type Problem } from "../../../problems/problem";
import type { Environment } from "../../environment";
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

/** An image of the tooling registry needs a repository there. */
export const repositoriesExist: EstateCheck = ({ tooling, environments }) => {
  const services = environments.flatMap((environment) => Object.keys(environment.services));
  const known = new Set([...services, ...tooling.repositories, seedRepository]);
  return environments.flatMap((environment) =>
    imagesOf(environment).flatMap(({ where, image }): Problem[] => {
      const { account, region, repository = "" } = parsePrivateImage(image) ?? {};
      const isOfTooling = account === tooling.account && region === tooling.region;
      if (!isOfTooling || known.has(repository)) return [];
      const must = "must be in a repository of tooling";
      const advice = `Add ${JSON.stringify(repository)} to repositories in environments/tooling.ts.`;
      return [{ where, must, got: formatGiven(image), advice }];
    }),
  );
};

/** Each repository is made once. */
export const repositoriesDiffer: EstateCheck = ({ tooling, environments }) => {
  const services = new Set(environments.flatMap((environment) => Object.keys(environment.services)));
  return tooling.repositories.flatMap((repository, index): Problem[] => {
    if (repository !== seedRepository && !services.has(repository)) return [];
    const must = "must not be a repository that is made in any case, for a service or the seed image";
    const where = `tooling.repositories[${index}]`;
    return [{ where, must, got: formatGiven(repository), advice: "Remove it." }];
  });
};

interface PlacedImage {
  readonly where: string;
  readonly image: string;
}

function imagesOf({ name, registry, services }: Environment): readonly PlacedImage[] {
  return [
    { where: `${name}.registry.seedImage`, image: registry.seedImage },
    ...Object.entries(services).flatMap(([service, { containers }]) =>
      containers.flatMap((container) =>
        container.image === undefined
          ? []
          : [
              {
                where: `${name}.services.${service} container ${container.name} image`,
                image: container.image,
              },
            ],
      ),
    ),
  ];
}

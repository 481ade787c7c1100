import { formatGiven, type Problem } from "../../problems/problem";
import type { EnvironmentDraft } from "../draft";
import { isInPrivateRegistry, outOfReach, reachesInternet } from "../private-registry";
import type { EnvironmentCheck } from "./environment-check";

/**
 * Without a way to the internet, tasks reach the private registries of their own region only, through interface
 * endpoints; for any other image they would wait until the deploy fails. Images in container files are checked there.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export const imageSource: EnvironmentCheck = (environment) => {
  const { region, services } = environment;
  const isEnclosed = [...(services?.values() ?? [])].some((service) => !reachesInternet(service));
  if (region === undefined || !isEnclosed) return [];
  return checkRegistry(environment, region);
};

function checkRegistry({ registry }: EnvironmentDraft, region: string): readonly Problem[] {
  if (registry.region !== undefined && registry.region !== region) {
    const must = `must be the region of the environment, ${region}: images come through its endpoints`;
    return [{ where: "registry.region", must, got: formatGiven(registry.region), advice: allowInternet }];
  }
  if (registry.seedImage === undefined || isInPrivateRegistry(registry.seedImage, region)) return [];
  return [{ where: "registry.seedImage", ...outOfReach(region), got: formatGiven(registry.seedImage) }];
}

const allowInternet = 'Use that region, or declare outbound to "internet" on port 443 for every service.';

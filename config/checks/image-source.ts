import { formatGiven, type Problem } from "../../problems/problem";
import type { EnvironmentDraft, ServiceDraft } from "../draft";
import type { EnvironmentCheck } from "./environment-check";

/**
 * Without a way to the internet, tasks reach the private registries of their own region only, through interface
 * endpoints; for any other image they would wait until the deploy fails.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export const imageSource: EnvironmentCheck = (environment) => {
  const { region, services } = environment;
  const enclosed = [...(services?.values() ?? [])].filter((service) => !reachesInternet(service));
  if (region === undefined || enclosed.length === 0) return [];
  return [
    ...checkRegistry(environment, region),
    ...enclosed.flatMap((service) => checkContainers(service, region)),
  ];
};

function checkRegistry({ registry }: EnvironmentDraft, region: string): readonly Problem[] {
  if (registry.region !== undefined && registry.region !== region) {
    const must = `must be the region of the environment, ${region}: images come through its endpoints`;
    return [{ where: "registry.region", must, got: formatGiven(registry.region), advice: allowInternet }];
  }
  if (registry.seedImage === undefined || isReachable(registry.seedImage, region)) return [];
  return [{ where: "registry.seedImage", ...fault(region), got: formatGiven(registry.seedImage) }];
}

function checkContainers(
  { containers = [], containersPath }: ServiceDraft,
  region: string,
): readonly Problem[] {
  return containers.flatMap(({ image }, index): Problem[] => {
    if (image === undefined || isReachable(image, region)) return [];
    const where = `environments/${containersPath} containers[${index}].image`;
    return [{ where, ...fault(region), got: formatGiven(image) }];
  });
}

const allowInternet = 'Use that region, or declare outbound to "internet" on port 443 for every service.';

function fault(region: string): Pick<Problem, "must" | "advice"> {
  return {
    must: `must be in a private ECR registry of ${region}: images come through its endpoints`,
    advice: 'Copy it to the registry, or declare outbound to "internet" on port 443 with the reason.',
  };
}

function isReachable(image: string, region: string): boolean {
  const [host = ""] = image.split("/");
  return /^\d{12}$/.test(host.split(".")[0] ?? "") && host.endsWith(`.dkr.ecr.${region}.amazonaws.com`);
}

function reachesInternet({ outbound = [] }: ServiceDraft): boolean {
  return outbound.some(({ to, port }) => to === "internet" && port === 443);
}

import { formatGiven, type Problem } from "../../problems/problem";
import type { EnvironmentCheck } from "./environment-check";

/** ECS reads parameters in its own region only, and a secret of another region is nearly always a copied line. */
export const secretRegion: EnvironmentCheck = ({ region, services }) => {
  if (region === undefined) return [];
  return [...(services ?? [])].flatMap(([, { containersPath, containers = [] }]) =>
    containers.flatMap(({ secrets = [] }, container) =>
      secrets.flatMap(({ valueFrom }, index): Problem[] => {
        const [prefix, , , owner] = valueFrom.split(":");
        if (prefix !== "arn" || owner === region) return [];
        const where = `environments/${containersPath} containers[${container}].secrets[${index}].valueFrom`;
        const must = `must be in the region of the environment, ${region}`;
        return [{ where, must, got: formatGiven(owner), advice: "Refer to the secret of this environment." }];
      }),
    ),
  );
};

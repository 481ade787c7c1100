import { didYouMean } from "../../../problems/did-you-mean";
import { formatGiven, type Problem } from "../../../problems/problem";
import type { Environment } from "../../environment";
import type { EstateCheck } from "./estate-check";

/** An image is proved in an environment that there is. */
export const promotionExists: EstateCheck = ({ environments }) =>
  environments.flatMap(({ name, promotedFrom }): Problem[] => {
    if (promotedFrom === undefined || byName(environments, promotedFrom)) return [];
    const others = environments.map((other) => other.name).filter((other) => other !== name);
    const must = "must be another environment of this estate";
    const advice = others.length === 0 ? "Remove it." : didYouMean(promotedFrom, others);
    return [{ where: `${name}.promotedFrom`, must, got: formatGiven(promotedFrom), advice }];
  });

/** In a circle, no image could ever be the first. */
export const promotionStarts: EstateCheck = ({ environments }) =>
  environments.flatMap((environment, index): Problem[] => {
    const circle = circleOf(environment, environments);
    const isFirst = circle.every((name) => environments.findIndex((one) => one.name === name) >= index);
    if (circle.length === 0 || !isFirst) return [];
    const must = "must lead to an environment that images enter without promotion";
    const got = `a circle: ${[environment.name, ...circle].join(" ← ")}`;
    const advice = "Remove promotedFrom of the environment that comes first.";
    return [{ where: `${environment.name}.promotedFrom`, must, got, advice }];
  });

/** A service that does not run in the environment before could never be deployed. */
export const promotedServicesRunBefore: EstateCheck = ({ environments }) =>
  environments.flatMap(({ name, promotedFrom, services }) => {
    const before = promotedFrom === undefined ? undefined : byName(environments, promotedFrom);
    if (!before) return [];
    return Object.keys(services).flatMap((service): Problem[] => {
      if (Object.hasOwn(before.services, service)) return [];
      const must = `must be a service of ${before.name} too, where its images are proved`;
      const advice = `Add it to environments/${before.name}.ts, or remove promotedFrom of ${name}.`;
      return [
        { where: `${name}.services.${service}`, must, got: `no such service in ${before.name}`, advice },
      ];
    });
  });

/** Names from the environment back to itself, without the first; empty when there is no way back. */
function circleOf(environment: Environment, environments: readonly Environment[]): readonly string[] {
  const names: string[] = [];
  let next = environment.promotedFrom;
  while (next !== undefined && !names.includes(next)) {
    names.push(next);
    next = byName(environments, next)?.promotedFrom;
  }
  return names.at(-1) === environment.name ? names : [];
}

function byName(environments: readonly Environment[], name: string): Environment | undefined {
  return environments.find((one) => one.name === name);
}

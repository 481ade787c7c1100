import { quotas } from "../../../limits/quotas";
import type { Problem } from "../../../problems/problem";
import type { EstateCheck } from "./estate-check";

const most = quotas.movableTagsPerRepository;

/** Each environment that runs a service moves a tag of its own in the service's repository, which ECR limits. */
export const movableTags: EstateCheck = ({ environments }) => {
  const services = new Set(environments.flatMap((environment) => Object.keys(environment.services)));
  return [...services].flatMap((service): Problem[] => {
    const users = environments.filter((environment) => Object.hasOwn(environment.services, service));
    const [first] = users.slice(most);
    if (!first) return [];
    const where = `environments/${first.name}.ts services.${service}`;
    const must = `must be run by at most ${most} environments, because ECR lets ${most} tags of a repository move`;
    const got = `${users.length} (${users.map(({ name }) => name).join(", ")})`;
    const advice = `Keep at most ${most} environments here; describe further ones in another checkout, with a tooling account of their own.`;
    return [{ where, must, got, advice }];
  });
};

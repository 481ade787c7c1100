import { planSubnets, usableAddresses } from "../../addressing/subnet-plan";
import { quotas } from "../../limits/quotas";
import { interfaceEndpoints } from "../interface-endpoints";
import type { EnvironmentCheck } from "./environment-check";

/** A deploy runs twice the tasks for a while, each with an address; without one, it stands still. */
export const freeAddresses: EnvironmentCheck = (environment) => {
  const { network, services } = environment;
  const { cidr, zones } = network;
  if (cidr === undefined || !zones || !services) return [];
  const subnets = [...planSubnets(cidr, zones).values()];
  const free = sum(subnets.map((subnet) => usableAddresses(subnet.private)));
  const tasks = sum([...services.values()].map(({ scaling }) => 2 * (scaling?.maxTasks ?? 0)));
  const endpoints = interfaceEndpoints(environment).length * zones.length;
  const balancer = quotas.loadBalancerAddressesPerSubnet * zones.length;
  const needed = tasks + endpoints + balancer;
  if (needed <= free) return [];
  return [
    {
      where: "network.cidr",
      must: `must have ${needed} private addresses (${tasks} for tasks at 200 %, ${endpoints} for endpoints, ${balancer} for the internal load balancer)`,
      got: `${cidr} with ${free}`,
      advice: "Choose a larger block, or lower maxTasks.",
    },
  ];
};

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

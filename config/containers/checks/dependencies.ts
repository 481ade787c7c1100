import type { CheckedContainer } from "../container-schema";
import { didYouMean } from "../../../problems/did-you-mean";
import type { JsonPath } from "../../../json-files/json-path";
import type { Finding } from "../finding";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** A container waits for others of its task. */
export const dependenciesExist: ContainerCheck = {
  reads: ["name", "dependsOn"],
  find: (containers) => {
    const names = containers.map(({ name }) => name);
    return dependenciesOf(containers).flatMap(({ from, to, path }): Finding[] => {
      const place = { path: [...path, "containerName"], got: showText(to) };
      if (from.name === to) {
        return [{ ...place, must: "must be another container", advice: "Remove it: none waits for itself." }];
      }
      if (names.includes(to)) return [];
      const others = names.filter((name) => name !== from.name);
      const advice = others.length > 0 ? didYouMean(to, others) : "Remove it: there is no other container.";
      return [{ ...place, must: "must be a container of this file", advice }];
    });
  },
};

/** Containers that wait for each other never start. */
export const noDependencyCycles: ContainerCheck = {
  reads: ["name", "dependsOn"],
  find: (containers) => {
    const reported = new Set<string>();
    return containers.flatMap(({ name }, index): Finding[] => {
      const cycle = findCycle(name, containers);
      if (!cycle || reported.has(name)) return [];
      for (const member of cycle) reported.add(member);
      const must = "must not wait for itself through others";
      const got = [...cycle, name].join(" → ");
      return [{ path: [index, "dependsOn"], must, got, advice: "Remove one of these dependencies." }];
    });
  },
};

/** HEALTHY needs a health check; COMPLETE and SUCCESS need a container that may end. */
export const conditionsCanHold: ContainerCheck = {
  reads: ["name", "dependsOn", "healthCheck", "essential"],
  find: (containers) =>
    dependenciesOf(containers).flatMap(({ to, condition, path }): Finding[] => {
      const target = containers.find(({ name }) => name === to);
      const place = { path: [...path, "condition"], got: showText(condition) };
      if (!target) return [];
      if (condition === "HEALTHY" && !target.healthCheck) {
        const advice = `Give "${to}" a healthCheck, or wait for START.`;
        return [{ ...place, must: `must be one that "${to}", which has no healthCheck, can reach`, advice }];
      }
      if ((condition === "COMPLETE" || condition === "SUCCESS") && target.essential !== false) {
        const advice = `Set "essential": false in "${to}", or wait for START or HEALTHY.`;
        const must = `must not wait for the end of "${to}", which is essential: its end is the end of the task`;
        return [{ ...place, must, advice }];
      }
      return [];
    }),
};

interface Dependency {
  readonly from: CheckedContainer;
  readonly to: string;
  readonly condition: string;
  readonly path: JsonPath;
}

function dependenciesOf(containers: readonly CheckedContainer[]): Dependency[] {
  return containers.flatMap((from, index) =>
    (from.dependsOn ?? []).map(({ containerName, condition }, position) => ({
      from,
      to: containerName,
      condition,
      path: [index, "dependsOn", position],
    })),
  );
}

/** The shortest way from a container back to itself, without those that wait for themselves directly. */
function findCycle(start: string, containers: readonly CheckedContainer[]): string[] | undefined {
  const targets = (name: string) =>
    dependenciesOf(containers).flatMap(({ from, to }) => (from.name === name && to !== name ? [to] : []));
  const visited = new Set<string>();
  let ways = [[start]];
  while (ways.length > 0) {
    const longer: string[][] = [];
    for (const way of ways) {
      for (const next of targets(way.at(-1) ?? start)) {
        if (next === start) return way;
        if (!visited.has(next)) longer.push([...way, next]);
        visited.add(next);
      }
    }
    ways = longer;
  }
  return undefined;
}

import type { CheckedContainer } from "../container-schema";
import type { Finding } from "../finding";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** A variable is set once, be it in the open or as a secret: of two, the winner is not documented. */
export const uniqueVariables: ContainerCheck = {
  reads: ["environment", "secrets"],
  find: (containers) =>
    containers.flatMap((container, index) => {
      const firstPlaces = new Map<string, string>();
      return variablesOf(container).flatMap(({ name, list, position }): Finding[] => {
        const first = firstPlaces.get(name);
        if (first === undefined) firstPlaces.set(name, `${list}[${position}]`);
        if (first === undefined) return [];
        const must = `must be set once in a container; ${first} sets it too`;
        const path = [index, list, position, "name"];
        return [{ path, must, got: showText(name), advice: "Remove one of the two." }];
      });
    }),
};

/** The library sets these itself, so that they are always right. */
export const noGeneratedVariables: ContainerCheck = {
  reads: ["name", "environment", "secrets"],
  find: (containers, { service, generatedNames }) => {
    const generated = new Set(generatedNames);
    return containers.flatMap((container, index) =>
      variablesOf(container).flatMap(({ name, list, position }): Finding[] => {
        if (container.name !== service || !generated.has(name)) return [];
        const must = "must not be a variable that the library sets itself";
        const path = [index, list, position, "name"];
        return [{ path, must, got: showText(name), advice: "Remove it, or use another name." }];
      }),
    );
  },
};

interface VariablePlace {
  readonly name: string;
  readonly list: "environment" | "secrets";
  readonly position: number;
}

function variablesOf({ environment = [], secrets = [] }: CheckedContainer): VariablePlace[] {
  return [
    ...environment.map(({ name }, position) => ({ name, list: "environment" as const, position })),
    ...secrets.map(({ name }, position) => ({ name, list: "secrets" as const, position })),
  ];
}

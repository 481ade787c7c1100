import { nearest } from "../../../problems/did-you-mean";
import type { Finding } from "../finding";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** Container names are unique in a task. */
export const uniqueContainerNames: ContainerCheck = {
  reads: ["name"],
  find: (containers) =>
    containers.flatMap(({ name }, index): Finding[] => {
      const first = containers.findIndex((other) => other.name === name);
      if (first === index) return [];
      const must = `must be unique in the task; containers[${first}] has this name`;
      return [{ path: [index, "name"], must, got: showText(name), advice: "Rename one of the two." }];
    }),
};

/** The application container has the name of the service: the pipeline finds it by that name. */
export const applicationContainerExists: ContainerCheck = {
  reads: ["name"],
  find: (containers, { service }) => {
    const names = containers.map(({ name }) => name);
    if (names.includes(service)) return [];
    const meant = nearest(service, names);
    const advice = meant
      ? `Rename "${meant}" to "${service}".`
      : `Add { "name": "${service}" }; the library sets its image.`;
    const must = `must have a container named "${service}", the application container of the service`;
    return [{ path: [], must, got: names.map(showText).join(", "), advice }];
  },
};

/** When the application ends, the task ends: otherwise ECS would keep a task that serves nobody. */
export const applicationContainerIsEssential: ContainerCheck = {
  reads: ["name", "essential"],
  find: (containers, { service }) =>
    containers.flatMap(({ name, essential }, index): Finding[] => {
      if (name !== service || essential !== false) return [];
      const must = "must be true or absent, because the task must end with its application container";
      return [{ path: [index, "essential"], must, got: "false", advice: 'Remove "essential".' }];
    }),
};

/** ECS refuses a task in which no container is essential. */
export const someContainerIsEssential: ContainerCheck = {
  reads: ["essential"],
  find: (containers) =>
    containers.some(({ essential }) => essential !== false)
      ? []
      : [
          {
            path: [],
            must: "must have at least one essential container",
            got: '"essential": false in each',
            advice: 'Remove "essential" from the application container.',
          },
        ],
};

/** The stop timeout of the service is set in the environment file, in order with the balancer's delays. */
export const stopTimeoutAgrees: ContainerCheck = {
  reads: ["name", "stopTimeout"],
  find: (containers, { service, stopTimeoutSeconds }) =>
    containers.flatMap(({ name, stopTimeout }, index): Finding[] => {
      if (name !== service || stopTimeout === undefined || stopTimeoutSeconds === undefined) return [];
      if (stopTimeout === stopTimeoutSeconds) return [];
      const must = `must agree with the stopTimeoutSeconds of the service, ${stopTimeoutSeconds}`;
      const advice = 'Remove "stopTimeout" here, or change stopTimeoutSeconds in the environment file.';
      return [{ path: [index, "stopTimeout"], must, got: String(stopTimeout), advice }];
    }),
};

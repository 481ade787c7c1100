import { didYouMean, nearest } from "../../../problems/did-you-mean";
import type { Finding } from "../finding";
import { showText } from "../../../json-files/show-text";
import type { ContainerCheck } from "./container-check";

/** A writable root file system is an exception with a reason in the environment file. */
export const writableRootHasReason: ContainerCheck = {
  reads: ["name", "readonlyRootFilesystem"],
  find: (containers, { writableContainers }) => {
    const reasons = new Map(Object.entries(writableContainers));
    const names = containers.map(({ name }) => name);
    // A misspelt name is reported in the environment file, which says enough.
    for (const [name, reason] of Object.entries(writableContainers)) {
      const meant = names.includes(name) ? undefined : nearest(name, names);
      if (meant !== undefined && !reasons.has(meant)) reasons.set(meant, reason);
    }
    return containers.flatMap(({ name, readonlyRootFilesystem }, index): Finding[] => {
      if (readonlyRootFilesystem !== false || reasons.get(name)?.trim()) return [];
      const must = `must be true or absent, unless writableContainers gives a reason for "${name}"`;
      const advice =
        'Mount the writable volume tmp instead, or add the reason to "writableContainers" of the service in the environment file.';
      return [{ path: [index, "readonlyRootFilesystem"], must, got: "false", advice }];
    });
  },
};

/** A reason without an exception is left over from one that went away. */
export const reasonsAreNeeded: ContainerCheck = {
  reads: ["name", "readonlyRootFilesystem"],
  find: (containers, { writableContainers }) =>
    Object.keys(writableContainers).flatMap((name): Finding[] => {
      const index = containers.findIndex((container) => container.name === name);
      // Reported in the environment file.
      if (index === -1) return [];
      if (containers[index]?.readonlyRootFilesystem === false) return [];
      const must = `must set "readonlyRootFilesystem": false, because writableContainers gives a reason for "${name}"`;
      const advice = `Remove "${name}" from "writableContainers" in the environment file, or set the field.`;
      return [{ path: [index], must, got: "a read-only root file system", advice }];
    }),
};

/** The library offers one volume. */
export const mountsUseTmp: ContainerCheck = {
  reads: ["mountPoints"],
  find: (containers) =>
    containers.flatMap(({ mountPoints = [] }, index) =>
      mountPoints.flatMap(({ sourceVolume }, position): Finding[] => {
        if (sourceVolume === "tmp") return [];
        const path = [index, "mountPoints", position, "sourceVolume"];
        const must = 'must be "tmp", the writable volume that the library offers to every task';
        const advice = 'Write { "sourceVolume": "tmp", "containerPath": "…" }.';
        return [{ path, must, got: showText(sourceVolume), advice }];
      }),
    ),
};

/** Two mounts at one path hide each other. */
export const mountPathsAreUnique: ContainerCheck = {
  reads: ["mountPoints"],
  find: (containers) =>
    containers.flatMap(({ mountPoints = [] }, index) =>
      mountPoints.flatMap(({ containerPath }, position): Finding[] => {
        const first = mountPoints.findIndex((other) => other.containerPath === containerPath);
        if (first === position) return [];
        const path = [index, "mountPoints", position, "containerPath"];
        const must = `must be unique in the container; mountPoints[${first}] uses it`;
        return [{ path, must, got: showText(containerPath), advice: "Remove one of the two." }];
      }),
    ),
};

/** Volumes come from another container of the task. */
export const volumeSourcesExist: ContainerCheck = {
  reads: ["name", "volumesFrom"],
  find: (containers) =>
    containers.flatMap(({ name, volumesFrom = [] }, index) =>
      volumesFrom.flatMap(({ sourceContainer }, position): Finding[] => {
        const others = containers.map((container) => container.name).filter((other) => other !== name);
        if (others.includes(sourceContainer)) return [];
        const path = [index, "volumesFrom", position, "sourceContainer"];
        const must = "must be another container of this file";
        const advice = others.length > 0 ? didYouMean(sourceContainer, others) : "Remove it.";
        return [{ path, must, got: showText(sourceContainer), advice }];
      }),
    ),
};

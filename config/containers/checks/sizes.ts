import type { CheckedContainer } from "../container-schema";
import type { Finding } from "../finding";
import type { ContainerCheck } from "./container-check";

type SizeField = "cpu" | "memory" | "memoryReservation";

/** Containers share the CPU units of the task. */
export const cpuFitsTask: ContainerCheck = {
  reads: ["cpu"],
  find: (containers, { cpu }) => exceeds(containers, "cpu", cpu, "CPU units"),
};

/** Containers share the memory of the task: alone and together, their limits and reservations fit into it. */
export const memoryFitsTask: ContainerCheck = {
  reads: ["memory", "memoryReservation"],
  find: (containers, { memoryMiB }) => [
    ...exceeds(containers, "memory", memoryMiB, "MiB"),
    ...exceeds(containers, "memoryReservation", memoryMiB, "MiB"),
  ],
};

/** ECS refuses a reservation above the limit. */
export const reservationBelowLimit: ContainerCheck = {
  reads: ["memory", "memoryReservation"],
  find: (containers) =>
    containers.flatMap(({ memory, memoryReservation }, index): Finding[] => {
      if (memory === undefined || memoryReservation === undefined || memoryReservation <= memory) return [];
      const must = `must be at most the memory of the container, ${memory} MiB`;
      const advice = 'Lower "memoryReservation", or raise "memory".';
      return [{ path: [index, "memoryReservation"], must, got: `${memoryReservation} MiB`, advice }];
    }),
};

/** Terraform's plan and ECS limit the JSON of a task; the rest of 32 KiB is for what the library adds. */
export const definitionsFitTask: ContainerCheck = {
  reads: [],
  find: (containers) => {
    const json = JSON.stringify(containers);
    // Terraform's jsonencode writes these as six bytes: \u003c.
    const escapes = json.match(/[<>&]/g)?.length ?? 0;
    const bytes = Buffer.byteLength(json) + 5 * escapes;
    if (bytes <= maximumBytes) return [];
    const must = `must take at most 28 KiB (${maximumBytes} bytes) as JSON without spaces`;
    const advice = "Move long values into SSM parameters or a file of the image.";
    return [{ path: [], must, got: `${bytes} bytes`, advice }];
  },
};

const maximumBytes = 28 * 1024;

function exceeds(
  containers: readonly CheckedContainer[],
  field: SizeField,
  limit: number | undefined,
  unit: string,
): Finding[] {
  if (limit === undefined) return [];
  const advice = `Lower "${field}", or give the task more in the environment file.`;
  const single = containers.flatMap((container, index): Finding[] => {
    const size = container[field];
    if (size === undefined || size <= limit) return [];
    const must = `must be at most that of the task, ${limit} ${unit}`;
    return [{ path: [index, field], must, got: `${size} ${unit}`, advice }];
  });
  const sum = containers.reduce((total, container) => total + (container[field] ?? 0), 0);
  if (single.length > 0 || sum <= limit) return single;
  const must = `must have a sum of "${field}" of at most that of the task, ${limit} ${unit}`;
  return [{ path: [], must, got: `${sum} ${unit}`, advice }];
}

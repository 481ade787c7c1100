import { fargateMemories, isFargateSize } from "../../limits/fargate-sizes";
import { forEachService } from "./environment-check";

/** Fargate offers certain amounts of memory with each amount of CPU. */
export const fargateSize = forEachService(({ cpu, memoryMiB }, where) => {
  if (cpu === undefined || memoryMiB === undefined || isFargateSize(cpu, memoryMiB)) return [];
  const memories = fargateMemories(cpu);
  const must = `must be memory that Fargate offers with ${cpu} CPU units (${memories[0]} to ${memories.at(-1)} MiB)`;
  const nearest = memories.find((memory) => memory >= memoryMiB);
  const advice =
    nearest === undefined
      ? `Use ${memories.at(-1)}, or more CPU units.`
      : `Use ${nearest}${nearest === memories[0] ? ", or fewer CPU units" : ""}.`;
  return [{ where: `${where}.memoryMiB`, must, got: String(memoryMiB), advice }];
});

/** Memory that Fargate offers with an amount of CPU: every step from the smallest to the largest. */
interface MemoryRange {
  readonly minMiB: number;
  readonly maxMiB: number;
  readonly stepMiB: number;
}

/** CPU units → memory. @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
const memoryByCpu: ReadonlyMap<number, MemoryRange> = new Map([
  [512, { minMiB: 1024, maxMiB: 4096, stepMiB: 1024 }],
  [1024, { minMiB: 2048, maxMiB: 8192, stepMiB: 1024 }],
  [2048, { minMiB: 4096, maxMiB: 16_384, stepMiB: 1024 }],
  [4096, { minMiB: 8192, maxMiB: 30_720, stepMiB: 1024 }],
  [8192, { minMiB: 16_384, maxMiB: 61_440, stepMiB: 4096 }],
  [16_384, { minMiB: 32_768, maxMiB: 122_880, stepMiB: 8192 }],
]);

/** The smallest task is the only one whose memory does not grow in equal steps. */
const smallestCpu = 256;
const smallestMemories = [512, 1024, 2048];

/** CPU units that a Fargate task may have. */
export const fargateCpus: readonly number[] = [smallestCpu, ...memoryByCpu.keys()];

/** Memory in MiB that Fargate offers with these CPU units, in rising order; empty for an unknown amount of CPU. */
export function fargateMemories(cpu: number): readonly number[] {
  if (cpu === smallestCpu) return smallestMemories;
  const range = memoryByCpu.get(cpu);
  if (!range) return [];
  const steps = (range.maxMiB - range.minMiB) / range.stepMiB;
  return Array.from({ length: steps + 1 }, (_, index) => range.minMiB + index * range.stepMiB);
}

export function isFargateSize(cpu: number, memoryMiB: number): boolean {
  return fargateMemories(cpu).includes(memoryMiB);
}

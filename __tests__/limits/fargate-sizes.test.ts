import { fargateCpus, fargateMemories, isFargateSize } from "../../limits/fargate-sizes";

describe("Fargate sizes", () => {
  test.each([
    [256, 3, 512, 2048],
    [512, 4, 1024, 4096],
    [1024, 7, 2048, 8192],
    [2048, 13, 4096, 16384],
    [4096, 23, 8192, 30720],
    [8192, 12, 16384, 61440],
    [16384, 12, 32768, 122880],
  ])("%i CPU units come with %i sizes of memory, %i to %i MiB", (cpu, count, least, most) => {
    const memories = fargateMemories(cpu);
    expect([memories.length, memories[0], memories.at(-1)]).toEqual([count, least, most]);
  });

  test("are offered for seven amounts of CPU", () => {
    expect(fargateCpus).toEqual([256, 512, 1024, 2048, 4096, 8192, 16384]);
  });

  test("do not exist for another amount of CPU", () => {
    expect(fargateMemories(300)).toEqual([]);
  });

  test.each([
    [256, 1024, true],
    [256, 1536, false],
    [8192, 20480, true],
    [8192, 18432, false],
    [300, 512, false],
  ])("%i with %i: %p", (cpu, memory, expected) => {
    expect(isFargateSize(cpu, memory)).toBe(expected);
  });
});

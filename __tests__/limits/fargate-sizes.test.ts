import { fargateCpus, fargateMemories, isFargateSize } from "../../limits/fargate-sizes";

describe("fargateMemories", () => {
  test.each([
    [256, [512, 1024, 2048]],
    [512, [1024, 2048, 3072, 4096]],
    [1024, [2048, 3072, 4096, 5120, 6144, 7168, 8192]],
  ])("with %d CPU units are %j", (cpu, memories) => {
    expect(fargateMemories(cpu)).toEqual(memories);
  });

  test.each([
    [2048, 4096, 16_384, 13],
    [4096, 8192, 30_720, 23],
    [8192, 16_384, 61_440, 12],
    [16_384, 32_768, 122_880, 12],
  ])("with %d CPU units go from %d to %d MiB in %d sizes", (cpu, smallest, largest, count) => {
    const memories = fargateMemories(cpu);
    expect([memories[0], memories.at(-1), memories.length]).toEqual([smallest, largest, count]);
  });

  test.each([0, 300, 128, 32_768, NaN])("with %p CPU units are none", (cpu) => {
    expect(fargateMemories(cpu)).toEqual([]);
  });

  test("rise", () => {
    const falling = fargateCpus.filter((cpu) => {
      const memories = fargateMemories(cpu);
      return memories.some((memory, index) => index > 0 && memory <= (memories[index - 1] ?? 0));
    });
    expect(falling).toEqual([]);
  });
});

describe("fargateCpus", () => {
  test("are the seven amounts that AWS offers", () => {
    expect(fargateCpus).toEqual([256, 512, 1024, 2048, 4096, 8192, 16_384]);
  });
});

describe("isFargateSize", () => {
  test.each([
    [256, 512, true],
    [256, 2048, true],
    [256, 4096, false],
    [256, 1536, false],
    [512, 512, false],
    [8192, 20_480, true],
    [8192, 17_408, false],
    [300, 512, false],
  ])("of %d CPU units and %d MiB is %p", (cpu, memory, expected) => {
    expect(isFargateSize(cpu, memory)).toBe(expected);
  });
});

import { fargateSize } from "../../../config/checks/fargate-size";
import { placesOf, saysOf } from "../support/check-cases";
import { devInput } from "../support/inputs";

describe("fargateSize", () => {
  test.each([
    [256, 512],
    [256, 2048],
    [1024, 3072],
    [16384, 122880],
  ])("accepts %i CPU units with %i MiB", (cpu, memoryMiB) => {
    const input = devInput({ "services.web.cpu": cpu, "services.web.memoryMiB": memoryMiB });
    expect(placesOf(fargateSize, input)).toEqual([]);
  });

  test.each([
    [256, 3072],
    [512, 1536],
    [2048, 2048],
    [8192, 17408],
    [16384, 122879],
  ])("refuses %i CPU units with %i MiB", (cpu, memoryMiB) => {
    const input = devInput({ "services.web.cpu": cpu, "services.web.memoryMiB": memoryMiB });
    expect(placesOf(fargateSize, input)).toEqual(["services.web.memoryMiB"]);
  });

  test.each([256, 512, 1024, 2048, 4096, 8192, 16384])(
    "accepts the default memory of %i CPU units",
    (cpu) => {
      expect(placesOf(fargateSize, devInput({ "services.web.cpu": cpu }))).toEqual([]);
    },
  );

  test("advises the next larger size", () => {
    const input = devInput({ "services.web.cpu": 512, "services.web.memoryMiB": 1536 });
    expect(saysOf(fargateSize, input)).toEqual([
      "services.web.memoryMiB must be memory that Fargate offers with 512 CPU units (1024 to 4096 MiB), got 1536. Use 2048.",
    ]);
  });

  test("advises more CPU above the largest memory", () => {
    const input = devInput({ "services.web.memoryMiB": 4096 });
    expect(saysOf(fargateSize, input)[0]).toMatch("Use 2048, or more CPU units.");
  });

  test("says nothing about an unknown amount of CPU", () => {
    const input = devInput({ "services.web.cpu": 300, "services.web.memoryMiB": 4096 });
    expect(placesOf(fargateSize, input)).toEqual([]);
  });
});

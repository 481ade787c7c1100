import { fargateSize } from "../../../../offline/rules/services/fargate-size";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes, refusals } from "../../../support/a-cloud";

function task(cpu: Value, memory: Value, compatibilities = ["FARGATE"]) {
  return aChange("aws_ecs_task_definition", { cpu, memory, requires_compatibilities: compatibilities });
}

describe("The size of a Fargate task", () => {
  test.each<[Value, Value]>([
    ["256", "512"],
    ["1024", "2048"],
    [".5 vCPU", "1 GB"],
    ["1 vCPU", "2GB"],
  ])("is accepted: %s %s", (cpu, memory) => {
    expect(codes(fargateSize, task(cpu, memory))).toEqual([]);
  });

  test.each<[Value, Value]>([
    ["300", "512"],
    ["256", "4096"],
    ["1 vCPU", "1 GB"],
    [null, "512"],
    ["256", null],
  ])("is refused: %s %s", (cpu, memory) => {
    expect(codes(fargateSize, task(cpu, memory))).toEqual(["ClientException"]);
  });

  test("is refused in AWS's words, with the nearest size", () => {
    expect(refusals(fargateSize, task("512", "512"))).toMatchObject([
      {
        message:
          "No Fargate configuration exists for given values: 512 CPU, 512 memory. See the Amazon ECS documentation for the valid values.",
        advice: "With 512 CPU units, memory goes from 1024 to 4096 MiB; next to 512 is 1024.",
      },
    ]);
  });

  test("is not looked at before it is known", () => {
    expect(codes(fargateSize, task(unknown, "512"))).toEqual([]);
  });

  test("does not matter on instances", () => {
    expect(codes(fargateSize, task("300", "512", ["EC2"]))).toEqual([]);
  });
});

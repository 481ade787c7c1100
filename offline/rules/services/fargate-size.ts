import { fargateCpus, fargateMemories, isFargateSize } from "../../../limits/fargate-sizes";
import { isAbsent, text, texts } from "../../values/reading";
import { type Refusal, type Rule } from "../rule";

/** A pair of CPU and memory that Fargate does not offer. */
export const fargateSize: Rule = {
  id: "fargate-size",
  types: ["aws_ecs_task_definition"],
  actions: ["create"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
  check({ values }) {
    if (!texts(values, "requires_compatibilities").includes("FARGATE")) return [];
    const missing = ["cpu", "memory"].filter((name) => isAbsent(values, name));
    if (missing.length > 0) return missing.map(isMissing);
    const cpu = size(text(values, "cpu"), "vcpu");
    const memory = size(text(values, "memory"), "gb");
    if (cpu === undefined || memory === undefined || isFargateSize(cpu, memory)) return [];
    const message = `No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory. See the Amazon ECS documentation for the valid values.`;
    const memories = fargateMemories(cpu);
    return [
      memories.length === 0
        ? {
            code: "ClientException",
            message,
            advice: `Use ${fargateCpus.join(", ")} CPU units.`,
            path: ["cpu"],
          }
        : {
            code: "ClientException",
            message,
            advice: `With ${cpu} CPU units, memory goes from ${memories[0]} to ${memories.at(-1)} MiB; next to ${memory} is ${nearest(memories, memory)}.`,
            path: ["memory"],
          },
    ];
  },
};

function isMissing(name: string): Refusal {
  return {
    code: "ClientException",
    message: `Fargate requires that '${name}' be defined at the task level.`,
    advice: `Set ${name} of the task definition, not only of its containers.`,
    path: [name],
  };
}

/** CPU units or MiB; AWS also takes `.5 vCPU` and `2 GB`. Undefined for unknown and for any other text. */
function size(given: string | undefined, unit: string): number | undefined {
  const [, digits, word] = /^([\d.]+)\s*([a-z]*)$/i.exec(given ?? "") ?? [];
  if (digits === undefined || word === undefined) return undefined;
  if (word === "") return Number(digits);
  return word.toLowerCase() === unit ? Number(digits) * 1024 : undefined;
}

function nearest(memories: readonly number[], memory: number): number | undefined {
  return memories.find((candidate) => candidate >= memory) ?? memories.at(-1);
}

import { type ContainerDefinition, type RegisterTaskDefinitionCommandInput } from "@aws-sdk/client-ecs";
import { AwsError } from "../protocol/aws-error";

/** Members of the request; what DescribeTaskDefinition gives besides them may not be sent back. */
const members: readonly string[] = [
  "family",
  "taskRoleArn",
  "executionRoleArn",
  "networkMode",
  "containerDefinitions",
  "volumes",
  "placementConstraints",
  "requiresCompatibilities",
  "cpu",
  "memory",
  "pidMode",
  "ipcMode",
  "proxyConfiguration",
  "inferenceAccelerators",
  "ephemeralStorage",
  "runtimePlatform",
  "enableFaultInjection",
];

const gib = 1024;

/** Memory (MiB) that each Fargate CPU takes: [least, most, step]. @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
const fargateMemory: Readonly<Record<string, readonly [number, number, number]>> = {
  "512": [gib, 4 * gib, gib],
  "1024": [2 * gib, 8 * gib, gib],
  "2048": [4 * gib, 16 * gib, gib],
  "4096": [8 * gib, 30 * gib, gib],
  "8192": [16 * gib, 60 * gib, 4 * gib],
  "16384": [32 * gib, 120 * gib, 8 * gib],
};

type Definition = Omit<RegisterTaskDefinitionCommandInput, "tags">;

/** @throws AwsError as ECS does */
export function checkTaskDefinition(definition: Definition): void {
  const unknown = Object.keys(definition).filter((member) => !members.includes(member));
  if (unknown.length > 0) throw refused(`Unknown parameter in input: "${unknown.join('", "')}"`);
  const { family = "", containerDefinitions = [] } = definition;
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(family)) throw refused("Family contains invalid characters.");
  if (containerDefinitions.length === 0) throw refused("Container list cannot be empty.");
  for (const container of containerDefinitions) checkContainer(container);
  const names = containerDefinitions.map(({ name }) => name);
  if (new Set(names).size < names.length) throw refused("Container names must be unique.");
  if (!containerDefinitions.some(({ essential = true }) => essential))
    throw refused("At least one container must be essential.");
  if (definition.requiresCompatibilities?.includes("FARGATE")) checkFargate(definition);
}

function checkContainer({
  name = "",
  image = "",
  environment = [],
  secrets = [],
}: ContainerDefinition): void {
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) throw refused("Container.name contains invalid characters.");
  if (image === "") throw refused("Container.image should not be null or empty.");
  const both = secrets.find((secret) => environment.some((variable) => variable.name === secret.name));
  if (both)
    throw refused(
      `The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${both.name}'.`,
    );
}

function checkFargate({ cpu = "", memory = "", networkMode, executionRoleArn }: Definition): void {
  if (networkMode !== "awsvpc") throw refused("Fargate only supports network mode ‘awsvpc’.");
  if (executionRoleArn === undefined)
    throw refused("Fargate requires task definition to have execution role ARN to support ECR images.");
  if (!isFargateSize(cpu, Number(memory)))
    throw refused(
      "No Fargate configuration exists for given values. See the Amazon ECS documentation for the valid values.",
    );
}

function isFargateSize(cpu: string, memory: number): boolean {
  if (cpu === "256") return [512, gib, 2 * gib].includes(memory);
  const [least, most, step] = fargateMemory[cpu] ?? [];
  if (least === undefined || most === undefined || step === undefined) return false;
  return memory >= least && memory <= most && (memory - least) % step === 0;
}

function refused(message: string): AwsError {
  return new AwsError("ClientException", message);
}

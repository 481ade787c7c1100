import { type ContainerDefinition, type TaskDefinition } from "@aws-sdk/client-ecs";
import { type Region } from "../region";
import { type Reader } from "./values-reader";

export function importTaskDefinition(region: Region, values: Reader): void {
  const platform = values.block("runtime_platform");
  const isArm = platform?.text("cpu_architecture") === "ARM64";
  const taskDefinition: TaskDefinition = {
    taskDefinitionArn: values.text("arn"),
    family: values.text("family"),
    revision: values.number("revision"),
    status: "ACTIVE",
    containerDefinitions: readContainers(values.text("container_definitions")),
    cpu: values.text("cpu"),
    memory: values.text("memory"),
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    compatibilities: ["EC2", "FARGATE"],
    executionRoleArn: values.text("execution_role_arn"),
    taskRoleArn: values.text("task_role_arn"),
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: isArm ? "ARM64" : "X86_64" },
    volumes: values.blocks("volume").map((volume) => ({ name: volume.text("name"), host: {} })),
    placementConstraints: [],
    registeredAt: region.clock.date(),
    registeredBy: `arn:aws:iam::${region.account}:role/terraform`,
  };
  region.taskDefinitions.add({ taskDefinition, tags: values.tags("tags_all") });
}

function readContainers(json: string | undefined): ContainerDefinition[] {
  const containers: unknown = JSON.parse(json ?? "[]");
  return Array.isArray(containers) ? containers : [];
}

import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { TaskTemplate } from "../../../constructs/services/task-template";
import { synthesize } from "../../../testing/synthesize";

const containers = [{ name: "orders", image: "orders:1" }];
const synthesis = synthesize((stack) => {
  new TaskTemplate(stack, "Template", {
    family: "test-orders",
    cpu: 512,
    memoryMiB: 1024,
    architecture: "X86_64",
    executionRoleArn: "arn:execution",
    taskRoleArn: "arn:task",
    containers,
  });
});

describe("TaskTemplate", () => {
  test("runs on Fargate, each task with its own network interface", () => {
    expect(synthesis.only(EcsTaskDefinition)).toMatchObject({
      requires_compatibilities: ["FARGATE"],
      network_mode: "awsvpc",
    });
  });

  test.each(["pid_mode", "ipc_mode"])("shares nothing with the host: %s", (attribute) => {
    expect(synthesis.only(EcsTaskDefinition)).not.toHaveProperty(attribute);
  });

  test("has both roles", () => {
    expect(synthesis.only(EcsTaskDefinition)).toMatchObject({
      execution_role_arn: "arn:execution",
      task_role_arn: "arn:task",
    });
  });

  test("takes its containers from a local value, so that each variable is a line in review", () => {
    expect(synthesis.local("template_containers")).toEqual(containers);
    expect(synthesis.only(EcsTaskDefinition)).toMatchObject({
      container_definitions: "${jsonencode(local.template_containers)}",
    });
  });

  test("has a volume for /tmp", () => {
    expect(synthesis.only(EcsTaskDefinition)).toMatchObject({ volume: [{ name: "tmp" }] });
  });

  test("keeps old revisions active, because a rollback may need them", () => {
    expect(synthesis.only(EcsTaskDefinition)).toMatchObject({ skip_destroy: true });
  });

  test("does not follow the revisions of deploys", () => {
    expect(synthesis.only(EcsTaskDefinition)).toMatchObject({ track_latest: false });
  });
});

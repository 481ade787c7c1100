import { Fn, TerraformLocal, TerraformOutput, TerraformStack, App, LocalBackend } from "cdktf";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import { renderStackHcl } from "../../stacks/render-stack-hcl";
import { trapStacks } from "../hcl-writer/trap-stacks";
import { findHclDifference } from "../support/hcl-equals-json";
import { testWithTerraform } from "../support/terraform";

function build(declare: (stack: TerraformStack) => void): TerraformStack {
  const stack = new TerraformStack(new App(), "dev");
  declare(stack);
  stack.prepareStack();
  return stack;
}

function declareTask(stack: TerraformStack, level: string): void {
  new LocalBackend(stack, { path: "terraform.dev.tfstate" });
  const service = new Construct(stack, "Service");
  const environment = [
    { name: "LEVEL", value: level },
    { name: "PORT", value: "8080" },
  ];
  const containers = new TerraformLocal(service, "Containers", [{ name: "orders", environment }]);
  new EcsTaskDefinition(service, "Task", {
    family: "orders",
    containerDefinitions: Fn.jsonencode(containers.expression),
  });
}

describe("HCL of a stack", () => {
  test.each(Object.entries(trapStacks))("means what the JSON means: %s", async (_, declare) => {
    const stack = build(declare);
    const hcl = renderStackHcl(stack);
    expect(await findHclDifference(hcl, stack.toTerraform())).toBeUndefined();
  });

  test.each(Object.entries(trapStacks))("leaves the stack as it was: %s", (_, declare) => {
    const stack = build(declare);
    const before = JSON.stringify(stack.toTerraform());
    const hcl = renderStackHcl(stack);
    expect(JSON.stringify(stack.toTerraform())).toBe(before);
    expect(renderStackHcl(stack)).toBe(hcl);
  });

  testWithTerraform("is what terraform fmt would write", (terraform) => {
    const all = Object.values(trapStacks).map((declare) => renderStackHcl(build(declare)));
    const { status, stdout, stderr } = terraform(["fmt", "-check", "-diff", "-"], { input: all.join("\n") });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  test("reads as people write it, each block under its construct path", () => {
    const hcl = renderStackHcl(build((stack) => declareTask(stack, "info")));
    expect(hcl).toMatchInlineSnapshot(`
     "# Stack dev, written for review: Terraform applies the JSON of the same stack.

     terraform {
       backend "local" {
         path = "terraform.dev.tfstate"
       }
     }

     # Service/Containers
     locals {
       Service_Containers_C0D1A1AC = [
         {
           name = "orders"
           environment = [
             { name = "LEVEL", value = "info" },
             { name = "PORT", value = "8080" },
           ]
         },
       ]
     }

     # Service/Task
     resource "aws_ecs_task_definition" "Service_Task_4E7131ED" {
       container_definitions = jsonencode(local.Service_Containers_C0D1A1AC)
       family                = "orders"
     }
     "
    `);
  });

  test("changes by one line when a variable of a container changes", () => {
    const [before, after] = ["info", "debug and much longer than before"].map((level) =>
      renderStackHcl(build((stack) => declareTask(stack, level))).split("\n"),
    );
    expect(after?.filter((line, index) => line !== before?.[index])).toEqual([
      '        { name = "LEVEL", value = "debug and much longer than before" },',
    ]);
  });

  test("changes by one line when a container gets one more variable", () => {
    const withPort = [{ name: "A", value: "b" }];
    const [before, after] = [withPort, [...withPort, { name: "B", value: "c" }]].map((environment) =>
      renderStackHcl(build((stack) => new TerraformLocal(stack, "Containers", [{ environment }]))).split(
        "\n",
      ),
    );
    expect(after).toHaveLength((before?.length ?? 0) + 1);
    expect(after?.filter((line) => !before?.includes(line))).toEqual([
      '        { name = "B", value = "c" },',
    ]);
  });

  test("is the same for the same stack, built anew", () => {
    const [first, second] = [1, 2].map(() => build((stack) => declareTask(stack, "info")));
    if (first === undefined || second === undefined) throw new Error("two stacks were built");
    expect(renderStackHcl(first)).toBe(renderStackHcl(second));
  });

  test("names no path of the machine", () => {
    const hcl = renderStackHcl(build((stack) => declareTask(stack, "info")));
    expect(hcl).not.toContain(process.cwd());
    expect(hcl).not.toMatch(/stackTrace|metadata|uniqueId/);
  });

  test("leaves out what belongs to a stack inside the stack", () => {
    const outer = build((stack) => {
      const inner = new TerraformStack(new Construct(stack, "Part"), "inner");
      new TerraformLocal(inner, "InnerLocal", 1);
    });
    expect(renderStackHcl(outer)).not.toContain("InnerLocal");
  });
});

describe("values that one stack takes from another", () => {
  function buildTwo(): { network: TerraformStack; services: TerraformStack } {
    const app = new App();
    const [network, services] = [new TerraformStack(app, "network"), new TerraformStack(app, "services")];
    for (const stack of [network, services]) new LocalBackend(stack, { path: `${stack.node.id}.tfstate` });
    const group = new SecurityGroup(network, "Group", { name: "x" });
    new TerraformOutput(services, "GroupId", { value: group.id });
    for (const stack of [network, services]) stack.prepareStack();
    return { network, services };
  }

  test("are there on both sides", async () => {
    const { network, services } = buildTwo();
    const [taken, given] = [renderStackHcl(services), renderStackHcl(network)];
    expect(taken).toContain('data "terraform_remote_state"');
    expect(given).toContain("value     = aws_security_group.Group.id");
    expect(await findHclDifference(taken, services.toTerraform())).toBeUndefined();
    expect(await findHclDifference(given, network.toTerraform())).toBeUndefined();
  });
});

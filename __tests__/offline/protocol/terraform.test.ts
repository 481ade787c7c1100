import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type ProviderCalls } from "../../../offline/protocol/provider-calls";
import { startProviderServer } from "../../../offline/protocol/start-provider-server";
import { type Values } from "../../../offline/values/value";
import { terraformBeside, testWithTerraform } from "../../support/terraform";
import { ToyProvider } from "./toy-provider";

const configuration = `
  terraform {
    required_providers {
      aws = {
        source  = "hashicorp/aws"
        version = "6.25.0"
      }
    }
  }
  provider "aws" { region = "r1" }
  provider "aws" {
    alias  = "other"
    region = "r2"
  }
  variable "name" { default = "a" }
  resource "aws_box" "a" {
    name     = var.name
    weight   = 0.1
    labels   = ["z", "a"]
    tags     = { owner = "dev" }
    anything = { deep = [1, "two", null] }
    part { size = 1 }
    part { size = 12345678901 }
    hole { shape = "o" }
    hole { shape = "i" }
    lid { color = "red" }
  }
  resource "aws_shelf" "b" {
    provider = aws.other
    box_id   = aws_box.a.id
  }
  data "aws_box" "c" {
    name       = "a"
    depends_on = [aws_box.a]
  }
  output "data" { value = data.aws_box.c }
`;

/** A folder with a configuration, and terraform in it with a toy provider. */
async function aWorkspace(text: string, changes: Partial<ProviderCalls> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "protocol-"));
  writeFileSync(join(folder, "main.tf"), text);
  const world = new Map<string, Values>();
  const providers: ToyProvider[] = [];
  const server = await startProviderServer({
    newConnection: () => {
      const provider = new ToyProvider(world, changes);
      providers.push(provider);
      return provider;
    },
  });
  const terraform = (args: readonly string[], killedBy?: AbortSignal) =>
    terraformBeside([...args, "-no-color"], { cwd: folder, env: server.env, killedBy });
  const remove = async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
  return { terraform, world, providers, remove };
}

describe("Terraform with a provider of ours", () => {
  testWithTerraform("plans, applies, sees no change, replaces and destroys, without init", async () => {
    const { terraform, world, remove } = await aWorkspace(configuration);
    const plan = ["plan", "-detailed-exitcode"];
    expect(await terraform(plan)).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("2 to add, 0 to change, 0 to destroy"),
    });
    expect(await terraform(["apply", "-auto-approve"])).toMatchObject({ status: 0, stderr: "" });
    expect([...world.keys()].sort()).toEqual(["aws_box-r1-0", "aws_shelf-r2-1"]);
    expect(await terraform(plan)).toMatchObject({ status: 0 });
    expect(await terraform([...plan, "-var=name=c"])).toMatchObject({
      status: 2,
      stdout: expect.stringContaining("# forces replacement"),
    });
    expect(await terraform(["destroy", "-auto-approve"])).toMatchObject({ status: 0, stderr: "" });
    expect([...world.keys()]).toEqual([]);
    await remove();
  });

  testWithTerraform("sees what changed outside", async () => {
    const { terraform, world, remove } = await aWorkspace(configuration);
    await terraform(["apply", "-auto-approve"]);
    world.set("aws_box-r1-0", { ...world.get("aws_box-r1-0"), weight: 7 });
    expect(await terraform(["plan"])).toMatchObject({ stdout: expect.stringContaining("7 -> 0.1") });
    world.delete("aws_box-r1-0");
    expect(await terraform(["plan"])).toMatchObject({
      stdout: expect.stringContaining("# aws_box.a will be created"),
    });
    await remove();
  });

  testWithTerraform("imports", async () => {
    const { terraform, world, remove } = await aWorkspace(
      'resource "aws_box" "a" { name = "a" }\nimport {\n to = aws_box.a\n id = "x"\n}',
    );
    world.set("x", { id: "x", name: "a" });
    expect(await terraform(["apply", "-auto-approve"])).toMatchObject({
      stdout: expect.stringContaining("1 imported, 0 added, 0 changed, 0 destroyed"),
    });
    await remove();
  });

  testWithTerraform("keeps what it knows of a resource whose update fails by a defect", async () => {
    const apply: ProviderCalls["apply"] = async ({ prior, planned }) => {
      if (prior) throw new Error("no luck");
      return { state: { ...planned, id: "1" }, private: Buffer.alloc(0), diagnostics: [] };
    };
    const text = 'variable "w" { default = 1 }\nresource "aws_box" "a" {\n name = "a"\n weight = var.w\n}';
    const { terraform, world, remove } = await aWorkspace(text, { apply });
    world.set("1", { id: "1", name: "a", weight: 1 });
    await terraform(["apply", "-auto-approve"]);
    const failed = await terraform(["apply", "-auto-approve", "-var=w=2"]);
    expect(failed).toMatchObject({ status: 1, stderr: expect.stringContaining("no luck") });
    expect((await terraform(["state", "list"])).stdout).toBe("aws_box.a\n");
    await remove();
  });

  testWithTerraform("shows a problem at the attribute that has it", async () => {
    const { terraform, remove } = await aWorkspace('resource "aws_box" "a" {\n  name = "a"\n}', {
      validateResource: () => [
        { severity: "error", summary: "Bad name", detail: "Take another.", path: ["name"] },
      ],
    });
    expect((await terraform(["plan"])).stderr).toMatch(/Bad name[\s\S]*on main.tf line 2[\s\S]*name = "a"/);
    await remove();
  });

  testWithTerraform("that is killed half-way cancels its apply", async () => {
    const kill = new AbortController();
    const told: boolean[] = [];
    const { terraform, remove } = await aWorkspace('resource "aws_box" "a" { name = "a" }', {
      apply: async (request) => {
        kill.abort();
        for (let times = 0; times < 100 && !request.isCancelled(); times++) await wait(5);
        told.push(request.isCancelled());
        return { state: null, private: Buffer.alloc(0), diagnostics: [] };
      },
    });
    expect(await terraform(["apply", "-auto-approve"], kill.signal)).toMatchObject({ status: null });
    await wait(50);
    expect(told).toEqual([true]);
    await remove();
  });

  testWithTerraform("in several processes at once does not mix them up", async () => {
    const { terraform, world, providers, remove } = await aWorkspace(configuration);
    await terraform(["apply", "-auto-approve"]);
    const plans = await Promise.all(
      [1, 2, 3].map(() => terraform(["plan", "-detailed-exitcode", "-lock=false"])),
    );
    expect(plans.map(({ status }) => status)).toEqual([0, 0, 0]);
    const regions = providers.flatMap(({ asked, region }) => (asked.includes("configure") ? [region] : []));
    expect(regions.sort()).toEqual(expect.arrayContaining(["r1", "r2"]));
    expect(regions.filter((region) => region === "r1")).toHaveLength(regions.length / 2);
    expect(world.size).toBe(2);
    await remove();
  });
});

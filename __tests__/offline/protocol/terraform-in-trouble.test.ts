import { setTimeout as wait } from "node:timers/promises";
import { type ProviderCalls } from "../../../offline/protocol/provider-calls";
import { testWithTerraform } from "../../support/terraform";
import { aWorkspace, configuration } from "./a-workspace";

describe("Terraform in trouble", () => {
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

  testWithTerraform("that runs several times at once is not mixed up", async () => {
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

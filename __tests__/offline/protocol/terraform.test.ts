import { testWithTerraform } from "../../support/terraform";
import { aWorkspace, configuration } from "./a-workspace";

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
});

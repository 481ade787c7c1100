import { existsSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "../support/project-copy";

/** Lines that a unified diff adds and removes. */
function changedLines(diff: string): string[] {
  return diff.split("\n").filter((line) => /^[+-](?![+-])/.test(line));
}

describe("npm run hcl", () => {
  const project = new ProjectCopy();
  beforeAll(() => project.run("hcl"));
  afterAll(() => project.remove());

  test("finds the files it wrote up to date", () => {
    expect(project.run("hcl", "--check")).toEqual({
      status: 0,
      stdout: "hcl/ is up to date\n",
      stderr: "",
    });
  });

  test("shows a changed variable as a change of one line", () => {
    const before = project.read("environments/dev/backend.json");
    project.edit("environments/dev/backend.json", '"debug"', '"trace"');
    const { status, stderr } = project.run("hcl", "--check");
    project.write("environments/dev/backend.json", before);
    expect(status).toBe(1);
    expect(changedLines(stderr)).toEqual([
      expect.stringMatching(/^- +\{ name = "LOG_LEVEL", value = "debug" \},$/),
      expect.stringMatching(/^\+ +\{ name = "LOG_LEVEL", value = "trace" \},$/),
    ]);
  });

  test("names files that no stack has any more, and deletes them", () => {
    project.write("hcl/old-network.tf", "");
    const { status, stderr } = project.run("hcl", "--check");
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("hcl/old-network.tf is unexpected"),
    });
    project.run("hcl");
    expect(existsSync(join(project.folder, "hcl/old-network.tf"))).toBe(false);
  });

  test("writes the same bytes in another folder", () => {
    const other = new ProjectCopy();
    other.run("hcl");
    expect(other.read("hcl/dev-services.tf")).toBe(project.read("hcl/dev-services.tf"));
    other.remove();
  });

  test("names no folder of the machine", () => {
    expect(project.read("hcl/dev-services.tf")).not.toContain(project.folder);
  });

  test("touches only the environment that is named", () => {
    project.write("hcl/sit-network.tf", "kept");
    project.write("hcl/dev-network.tf", "stale");
    project.run("hcl", "dev");
    expect(project.read("hcl/sit-network.tf")).toBe("kept");
    expect(project.read("hcl/dev-network.tf")).not.toBe("stale");
  });
});

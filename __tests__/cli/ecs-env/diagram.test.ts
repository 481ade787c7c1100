import { ProjectCopy } from "../../support/project-copy";

jest.setTimeout(60_000);

describe("ecs-env diagram", () => {
  const project = new ProjectCopy();
  afterAll(() => project.remove());

  test("prints Mermaid, and nothing else", () => {
    const { status, stdout, stderr } = project.ecsEnv("diagram", "dev");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^flowchart TB\n/);
    expect(stdout).toContain('balancer_public -->|"8080"| service_frontend\n');
  });

  test("writes a picture to a file", () => {
    const options = ["--no-synth", "--format", "svg", "--output", "pictures/dev.svg"];
    expect(project.ecsEnv("diagram", "dev", ...options)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(project.read("pictures/dev.svg")).toMatch(/^<svg [^]*Environment dev[^]*<\/svg>\n$/);
  });

  test("refuses a name that is no environment", () => {
    expect(project.ecsEnv("diagram", "dve", "--no-synth")).toEqual({
      status: 1,
      stdout: "",
      stderr:
        'stacks: 1 problem\n  argument  must be an environment or stack, got "dve". Did you mean "dev"?\n',
    });
  });
});

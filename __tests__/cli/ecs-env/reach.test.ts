import { ProjectCopy } from "../../support/project-copy";
import { someonesTerraform } from "./someones-terraform";

jest.setTimeout(60_000);

describe("ecs-env reach", () => {
  const project = new ProjectCopy();
  beforeAll(() => {
    expect(project.ecsEnv("reach", "service.backend", "database.app")).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
  afterAll(() => project.remove());

  const reach = (...args: string[]) => project.ecsEnv("reach", ...args, "--no-synth");

  test("ends with 0 and explains the path in each environment that has both ends", () => {
    const { status, stdout, stderr } = reach("service.backend", "database.app");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.match(/^\w+: service\.backend reaches database\.app.*$/gm)).toEqual([
      ...["dev", "prod", "sit", "uat"].map((name) => expect.stringContaining(`${name}: `)),
    ]);
    expect(stdout).toContain("dev-services/aws_vpc_security_group_ingress_rule.");
  });

  test("ends with 2 and says what stands in between", () => {
    const { status, stdout } = reach("internet", "database.app", "--environment", "prod");
    expect(status).toBe(2);
    expect(stdout).toMatch(/^prod: internet does not reach database\.app\.\n/);
    expect(stdout).toContain("has no rule that lets in internet");
  });

  test.each([
    ["5432", 0, true],
    ["22", 2, false],
  ])("answers for port %s alone, as JSON", (port, exitCode, reaches) => {
    const options = ["--environment", "dev", "--port", port, "--json"];
    const { status, stdout, stderr } = reach("service.backend", "database.app", ...options);
    expect({ status, stderr }).toEqual({ status: exitCode, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      answers: [{ environment: "dev", port: Number(port), reaches }],
    });
  });

  test("answers for a folder of someone else's Terraform", () => {
    const { folder } = someonesTerraform(project);
    const { status, stdout } = project.ecsEnv("reach", "internet", "database.orders", "--dir", folder);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^theirs: internet reaches database\.orders on tcp 5432\.\n/);
    expect(stdout).toContain("theirs/aws_security_group.database");
  });

  test.each([
    [
      ["internet", "database.ap"],
      'must be a node of the network, got "database.ap". Did you mean database.app?',
    ],
    [
      ["internet", "database.app", "--environment", "prd"],
      '--environment  must be an environment or stack, got "prd". Did you mean "prod"?',
    ],
    [["internet", "database.app", "--port", "https"], '--port  must be from 1 to 65535, got "https"'],
  ])("%j is refused with 1, and nothing is printed as an answer", (args, message) => {
    expect(reach(...args)).toEqual({ status: 1, stdout: "", stderr: expect.stringContaining(message) });
  });
});

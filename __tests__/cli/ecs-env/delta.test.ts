import { ProjectCopy } from "../../support/project-copy";

jest.setTimeout(60_000);

describe("ecs-env delta", () => {
  const project = new ProjectCopy();
  beforeAll(() => {
    project.edit("environments/uat.ts", 'flowLogs: "ALL"', 'flowLogs: "ALL", encryptLogs: true');
  });
  afterAll(() => project.remove());

  test("ends with 0 where staging is production, smaller, and says in what they differ", () => {
    const { status, stdout, stderr } = project.ecsEnv("delta", "uat", "prod");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).not.toContain("must not differ:");
    expect(stdout).toContain("    data/aws_db_instance.app_database\n      allocated_storage: 20 ≠ 100\n");
    expect(stdout).toMatch(/\n\d+ differences between uat and prod; none of them forbidden\.\n$/);
  });

  test("ends with 1 where staging is less protected, and names in what", () => {
    const stack = "cdktf.out/stacks/uat-data/cdk.tf.json";
    project.edit(stack, '"storage_encrypted": true', '"storage_encrypted": false');
    const { status, stdout } = project.ecsEnv("delta", "uat", "prod", "--no-synth");
    expect(status).toBe(1);
    expect(stdout.split("\n").slice(0, 4)).toEqual([
      "must not differ:",
      "  encryption: what is encrypted, and with which keys",
      "    data/aws_db_instance.app_database",
      "      storage_encrypted: false ≠ true",
    ]);
  });

  test("answers programs as JSON with the same exit code", () => {
    const { status, stdout } = project.ecsEnv("delta", "uat", "prod", "--no-synth", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, refused: true });
  });

  test("refuses every name that is no environment, with the likely one", () => {
    expect(project.ecsEnv("delta", "uta", "prdo", "--no-synth")).toEqual({
      status: 1,
      stdout: "",
      stderr: [
        "stacks: 2 problems",
        '  argument  must be an environment or stack, got "uta". Did you mean "uat"?',
        '  argument  must be an environment or stack, got "prdo". Did you mean "prod"?',
        "",
      ].join("\n"),
    });
  });
});

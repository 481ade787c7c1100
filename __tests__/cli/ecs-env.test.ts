import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "../support/project-copy";
import { describeWithTerraform } from "../support/terraform";

// Ten real commands, one of them with cdktf: on a busy machine one takes half a minute.
jest.setTimeout(120_000);

interface Summary {
  readonly version: number;
  readonly exitCode: number;
  readonly stacks: readonly {
    readonly stack: string;
    readonly status: string;
    readonly summary: {
      readonly counts: { readonly add: number };
      readonly changes: readonly { readonly address: string }[];
    };
  }[];
}

/** The real command over the shop's stacks, one test after the other: each goes on with what the one before left. */
describeWithTerraform("ecs-env offline", () => {
  const project = new ProjectCopy();
  afterAll(() => project.remove());
  const world = join(project.folder, ".ecs-env", "world");

  test("plans an environment that does not exist: changes in every stack, and nothing is made", () => {
    const { status, stdout, stderr } = project.ecsEnv("plan", "dev", "--offline");
    expect({ status, stderr: stderr.split("\n").at(-2) }).toEqual({
      status: 2,
      stderr: "dev-services: planned",
    });
    expect(stdout).toMatch(
      /^stack +add +change +replace +destroy +outputs +status\ndev-account +1 +0 +0 +0 +0 +planned\ndev-network +\d\d +0 +0 +0 +\d+ +planned\n/,
    );
    expect(stdout).toMatch(/^dev-services +\d\d +0 +0 +0 +0 +planned$/m);
    expect(stdout).toMatch(/\S\n$/);
    expect(existsSync(world)).toBe(false);
  });

  test("makes it", () => {
    const { status, stdout } = project.ecsEnv("apply", "dev", "--offline", "--json");
    const { version, stacks }: Summary = JSON.parse(stdout);
    expect({ status, version }).toEqual({ status: 0, version: 1 });
    expect(stacks.map(({ stack, status: done }) => `${stack} ${done}`)).toEqual([
      ...["dev-account applied", "dev-network applied", "dev-data applied", "dev-services applied"],
    ]);
    expect(readdirSync(join(world, "state")).sort()).toEqual([
      ...["dev-account.tfstate", "dev-data.tfstate", "dev-network.tfstate", "dev-services.tfstate"],
    ]);
  });

  test("plans nothing after that", () => {
    const { status, stdout } = project.ecsEnv("plan", "dev", "--offline", "--no-synth");
    expect(status).toBe(0);
    expect(stdout).toContain("\n\nNo changes.\n");
  });

  test("tells of a changed container variable by the template and who is told of it, and names the variable", () => {
    project.edit(
      "environments/dev/backend.json",
      '"LOG_LEVEL", "value": "debug"',
      '"LOG_LEVEL", "value": "info"',
    );
    const { status, stdout } = project.ecsEnv("plan", "dev-services", "--offline");
    expect(status).toBe(2);
    expect(stdout.split("\n\n")[1]).toMatchInlineSnapshot(`
     "dev-services
       -/+ aws_ecs_task_definition.backend_service_template  forced by container_definitions: backend.environment.LOG_LEVEL
         ~ aws_ssm_parameter.backend_delivery_target  insecure_value, version"
    `);
  });

  test("refuses to destroy what other stacks stand on, before anything happens", () => {
    const { status, stdout, stderr } = project.ecsEnv(
      "destroy",
      "dev-network",
      "--offline",
      "--auto-approve",
      "--no-synth",
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^destroy: 2 problems\n {2}dev-data +must be.*\n {2}dev-services +must be/);
  });

  test("asks nobody where nobody can answer", () => {
    const { status, stderr } = project.ecsEnv("destroy", "dev-services", "--offline", "--no-synth");
    expect(status).toBe(1);
    expect(stderr).toContain("--auto-approve  must be given where nobody can answer a question");
  });

  test("keeps the state of an S3 backend in the world", () => {
    const state = `state: { bucket: "shop-dev-state", kmsKeyArn: "arn:aws:kms:eu-west-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab" },`;
    project.edit("environments/dev.ts", "  production: false,", `  ${state}\n  production: false,`);
    const { status } = project.ecsEnv("plan", "dev-data", "--offline");
    const written = readFileSync(join(project.folder, "cdktf.out/stacks/dev-data/cdk.tf.json"), "utf8");
    expect(JSON.parse(written).terraform.backend.s3).toMatchObject({
      bucket: "shop-dev-state",
      use_lockfile: true,
    });
    expect(status).toBe(0);
  });

  test("lets cdktf diff compare with it, also with that backend, and leaves nothing in cdktf's folder", () => {
    const { status, stdout } = project.ecsEnv("offline", "--", "npx", "cdktf", "diff", "dev-network");
    expect(status).toBe(0);
    expect(stdout).toContain("No changes. Your infrastructure matches the configuration.");
    expect(readdirSync(join(project.folder, "cdktf.out", "stacks", "dev-network"))).toEqual(["cdk.tf.json"]);
  });

  test("ends as the command ended that it ran", () => {
    expect(project.ecsEnv("offline", "--", "node", "-e", "process.exit(3)").status).toBe(3);
    const { status, stderr } = project.ecsEnv("offline", "--", "no-such-program diff");
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("without quotes around"),
    });
  });

  test("says in a plan what AWS would refuse only in the apply, of the last stack too", () => {
    const file = "cdktf.out/stacks/dev-services/cdk.tf.json";
    const configuration = JSON.parse(project.read(file));
    const groups = configuration.resource.aws_cloudwatch_log_group;
    groups.again = Object.values(groups)[0];
    project.write(file, JSON.stringify(configuration));
    const { status, stdout } = project.ecsEnv("plan", "dev-services", "--offline", "--no-synth");
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^dev-services: an apply would be refused:\n\nError: .*ResourceAlreadyExistsException.*\n {2}dev-services, aws_cloudwatch_log_group\.again, /m,
    );
  });

  test("says what AWS would refuse, with Terraform's place, and fails", () => {
    const file = "cdktf.out/stacks/dev-network/cdk.tf.json";
    project.edit(file, '"cidr_block": "10.10.0.0/16"', '"cidr_block": "10.10.0.0/8"');
    rmSync(world, { recursive: true });
    const { status, stdout } = project.ecsEnv("plan", "dev-network", "--offline", "--no-synth");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^dev-network .* failed$/m);
    expect(stdout).toMatch(/^Error: .*\n {2}dev-network, aws_vpc\.network_vpc, cdk\.tf\.json:\d+\n/m);
  });

  test("suggests the environment that a misspelt name means", () => {
    const { status, stdout, stderr } = project.ecsEnv("plan", "dve", "--offline", "--no-synth");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /^stacks: 1 problem\n {2}argument {2}must be a stack or an environment, got "dve"\. Did you mean "dev"\?/,
    );
  });
});

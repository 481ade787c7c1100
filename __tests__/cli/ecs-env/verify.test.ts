import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "../../support/project-copy";
import { readXml } from "../../support/read-xml";
import { testWithTerraform } from "../../support/terraform";
import { someonesTerraform } from "./someones-terraform";

// Each run starts a process: on a busy machine that takes seconds.
jest.setTimeout(120_000);

const database = "dev-data/aws_db_instance.app_database";
const databaseFile = "cdktf.out/stacks/dev-data/cdk.tf.json";

describe("ecs-env verify", () => {
  const project = new ProjectCopy();
  let synthesized: ReturnType<ProjectCopy["ecsEnv"]>;
  beforeAll(() => {
    synthesized = project.ecsEnv("verify");
  });
  afterAll(() => project.remove());

  /** Of dev, as it was synthesized before. */
  function verifyDev(...options: string[]) {
    const { status, stdout, stderr } = project.ecsEnv("verify", "dev", "--no-synth", ...options);
    return { status, stdout, stderr };
  }

  function rulesFound(stdout: string): readonly string[] {
    const { findings }: { findings: readonly { rule: string }[] } = JSON.parse(stdout);
    return findings.map(({ rule }) => rule);
  }

  /** Runs with other text in a file of the project, and puts back what was there. */
  function withText<Result>(path: string, text: string, run: () => Result): Result {
    const before = project.read(path);
    project.write(path, text);
    try {
      return run();
    } finally {
      project.write(path, before);
    }
  }

  const settings = (waivers: readonly object[]) => JSON.stringify({ waivers }, null, 2);
  const waiver = (rule: string, address: string, expires: string) => ({
    rule,
    address,
    expires,
    reason: "Tried by a test of the command",
  });
  const nextMonth = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

  test("synthesizes, looks at every environment, and ends with 0 when only advice is left", () => {
    expect(synthesized).toMatchObject({ status: 0, stderr: "" });
    expect(synthesized.stdout).toMatch(/\n\d+ warnings? in 5 environments; 0 waived; .* 0 failed\n$/);
    expect(existsSync(join(project.folder, databaseFile))).toBe(true);
  });

  test("looks at the environment that is named alone", () => {
    const { status, stdout } = verifyDev("--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, counts: { errors: 0, environments: 1 } });
  });

  test("refuses a name that is no environment", () => {
    expect(project.ecsEnv("verify", "dv", "--no-synth")).toEqual({
      status: 1,
      stdout: "",
      stderr:
        'stacks: 1 problem\n  argument  must be an environment or stack, got "dv". Did you mean "dev"?\n',
    });
  });

  test.each<[format: string, read: (text: string) => unknown, expected: unknown]>([
    ["json", JSON.parse, { version: 1, counts: { environments: 1 } }],
    ["sarif", JSON.parse, { version: "2.1.0", runs: [{ tool: { driver: { name: "ecs-env verify" } } }] }],
    ["codequality", JSON.parse, [{ check_name: "databases-have-their-own-port" }]],
    ["junit", readXml, { name: "testsuites" }],
  ])("writes %s that a program can read, to a file in a new folder", (format, read, expected) => {
    const file = `reports/${format}/report`;
    expect(verifyDev("--format", format, "--output", file)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(read(project.read(file))).toMatchObject(Object(expected));
  });

  test("finds what breaks a rule, with the line where its resource begins, and ends with 1", () => {
    const planted = project
      .read(databaseFile)
      .replace('"storage_encrypted": true', '"storage_encrypted": false');
    const line = planted.split("\n").findIndex((text) => text.includes('"app_database": {')) + 1;
    const { status, stdout } = withText(databaseFile, planted, () => verifyDev());
    expect(status).toBe(1);
    expect(stdout).toContain(`storage_encrypted must be true, got false`);
    expect(stdout).toContain(`${databaseFile}:${line}\n`);
  });

  test("leaves out what a waiver is for; one that is for nothing or has ended is an error", () => {
    project.write(
      "waivers.json",
      settings([
        waiver("databases-have-their-own-port", database, nextMonth),
        waiver("databases-have-their-own-port", "dev-data/aws_db_instance.none", nextMonth),
        waiver("databases-are-encrypted", database, "2020-01-31"),
      ]),
    );
    const { status, stdout } = verifyDev("--settings", "waivers.json", "--json");
    expect(status).toBe(1);
    expect(rulesFound(stdout).toSorted()).toEqual(["waiver-expired", "waiver-unused"]);
    expect(JSON.parse(stdout)).toMatchObject({
      waived: [{ place: database, waiver: { expires: nextMonth } }],
    });
  });

  test("takes verify.json of the project, and tells the line of a rule that does not exist", () => {
    project.write("verify.json", settings([waiver("databases-have-own-port", database, nextMonth)]));
    const { status, stdout, stderr } = verifyDev("--output", "not-written");
    project.write("verify.json", "{}");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/^verify\.json: 1 problem\n {2}verify\.json:4:\d+ waivers\[0\]\.rule +must be/);
    expect(stderr).toContain('Did you mean "databases-have-their-own-port"?');
    expect(existsSync(join(project.folder, "not-written"))).toBe(false);
  });

  test("refuses settings that are not there, and a place where it cannot write", () => {
    expect(verifyDev("--settings", "nowhere.json").stderr).toContain(
      '--settings  must be a file, got "nowhere.json"',
    );
    expect(verifyDev("--output", "cdktf.out")).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^ecs-env: 1 problem\n {2}cdktf\.out {2}must be a file that can be written/,
      ),
    });
  });

  test("looks at a folder of someone else's Terraform, with the lines of their files", () => {
    const { folder, lineOf } = someonesTerraform(project);
    const { status, stdout } = project.ecsEnv("verify", "--dir", folder);
    const lines = stdout.split("\n");
    const found = lines.findIndex((line) =>
      /database-not-from-internet +theirs\/aws_security_group\.database$/.test(line),
    );
    expect(status).toBe(1);
    expect(lines[found + 2]?.trim()).toBe(`main.tf:${lineOf("aws_security_group")}`);
    expect(project.ecsEnv("verify", "--dir", "nowhere")).toEqual({
      status: 1,
      stdout: "",
      stderr: 'ecs-env: 1 problem\n  --dir  must be a folder, got "nowhere". Name a folder that exists.\n',
    });
  });

  test("refuses a folder without plans, and a plan that is no JSON", () => {
    mkdirSync(join(project.folder, "broken"));
    expect(verifyDev("--plans", "broken").stderr).toContain("--plans  must be a folder with <stack>.json");
    project.write("broken/dev-data.json", "Terraform will");
    expect(verifyDev("--plans", "broken")).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("broken/dev-data.json  must be a plan as JSON"),
    });
  });

  testWithTerraform(
    "guards the plans that ecs-env plan writes: a replaced database is refused, and the attribute named",
    () => {
      expect(project.ecsEnv("plan", "dev", "--offline", "--no-synth", "--plans", "plans").status).toBe(2);
      expect(verifyDev("--plans", "plans").status).toBe(0);

      const plan = JSON.parse(project.read("plans/dev-data.json"));
      const changes: { address: string; change: { actions: string[]; before: unknown; after: object } }[] =
        plan.resource_changes;
      for (const { change } of changes.filter(({ address }) => database.endsWith(`/${address}`))) {
        const before = { ...change.after, engine: "mysql" };
        Object.assign(change, { before, actions: ["delete", "create"], replace_paths: [["engine"]] });
      }
      project.write("plans/dev-data.json", JSON.stringify(plan));
      const { status, stdout } = verifyDev("--plans", "plans");
      expect(status).toBe(1);
      expect(stdout).toMatch(/error +\S+ +dev-data\/aws_db_instance\.app_database\n.*engine/);
    },
    120_000,
  );
});

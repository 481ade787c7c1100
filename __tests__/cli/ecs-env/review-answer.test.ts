import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type ForgeName } from "../../../verify/comment/target";
import { ForgeServer } from "../../support/forge-server/forge-server";
import { ProjectInGit } from "../../support/project-in-git";
import { aPlan } from "../../verify/guard/a-plan";

jest.setTimeout(120_000);

/** No test must speak to the forge in whose pipeline it runs. */
const noPipeline = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(?:CI_|GITLAB|GITHUB_|BITBUCKET_)/.test(name))
    .map((name) => [name, undefined]),
);

describe("ecs-env review", () => {
  const project = new ProjectInGit();
  const container = "environments/dev/backend.json";
  beforeAll(() => {
    expect(project.ecsEnv("verify", "--out", "before").status).toBe(0);
    project.edit(container, '"LOG_LEVEL", "value": "debug"', '"LOG_LEVEL", "value": "info"');
    expect(project.ecsEnv("verify").status).toBe(0);
  });
  afterAll(() => project.remove());

  /** Of the change of one variable, between two folders. */
  const review = (
    options: readonly string[],
    env: Readonly<Record<string, string | undefined>> = {},
    base = "before",
  ) =>
    project.beside(["review", "--no-synth", "--base-dir", base, ...options], {
      env: { ...noPipeline, ...env },
    });

  /** `aws_sqs_queue.orders` of every resource below its type and name. */
  const namesIn = (types: Readonly<Record<string, object>>) =>
    Object.entries(types).flatMap(([type, all]) => Object.keys(all).map((name) => `${type}.${name}`));

  const isThere = (path: string) => existsSync(join(project.folder, path));

  test("compares with a folder, and writes the answer to a file", async () => {
    expect(await review(["--output", "reports/report.md"])).toMatchObject({ status: 0, stdout: "" });
    expect(project.read("reports/report.md")).toMatch(/^\*\*2 changes in `dev`\.\*\*/);
  });

  test.each([
    [["--base", "main", "--base-dir", "before"], "must be given, or --base-dir, and not both, got both"],
    [[], "must be given, or --base-dir, and not both, got neither"],
    [["--base", "no-such-branch"], 'must be a commit, branch or tag of this clone, got "no-such-branch"'],
    [["--base", "main", "--prices", "none.json"], '--prices  must be a file, got "none.json"'],
    [["--base", "main", "--post"], "must be a pipeline of GitLab, GitHub or Bitbucket Cloud"],
  ])("%j is refused before anything is synthesized", async (options, message) => {
    const { status, stdout, stderr } = await project.beside(["review", ...options], { env: noPipeline });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("synthesizing");
  });

  test.each([
    ["github", "<details"],
    ["gitlab", "<details"],
    ["bitbucket", "**"],
  ])("is written in what %s renders", async (format, expected) => {
    const { status, stdout } = await review(["--format", format, "--artifact", `${format}.json`]);
    expect(status).toBe(0);
    expect(stdout).toContain(expected);
    expect(stdout).toContain('LOG_LEVEL: "debug" → "info"');
    expect(JSON.parse(project.read(`${format}.json`))).toEqual({ create: 1, update: 1, delete: 1 });
  });

  test("is JSON for programs, and nothing else is said", async () => {
    const { status, stdout, stderr } = await review(["--json"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, refusals: [] });
    expect(isThere("terraform-report.json")).toBe(false);
  });

  test("refuses prices and plans that it cannot read, writes no report and posts none", async () => {
    const server = await ForgeServer.start("gitlab");
    project.write("wrong.json", '{"currency": "euro"}');
    project.write("dev-services.json", "Terraform will");
    const answers = ["--output", "no-report.md", "--artifact", "no-artifact.json", "--post"];
    const priced = await review(["--prices", "wrong.json", ...answers], server.env);
    const planned = await review(["--plans", ".", ...answers], server.env);
    await server.stop();
    expect(priced).toMatchObject({ status: 1, stdout: "", stderr: expect.stringContaining("currency") });
    expect(planned).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringContaining("dev-services.json  must be a plan as JSON"),
    });
    expect(server.requests).toEqual([]);
    expect(["no-report.md", "no-artifact.json"].filter(isThere)).toEqual([]);
  });

  test("multiplies with the prices that are given", async () => {
    const stack = "cdktf.out/stacks/prod-network/cdk.tf.json";
    const text = project.read(stack);
    project.edit(stack, '"aws_nat_gateway": {', '"aws_nat_gateway": {"more": {"subnet_id": "subnet-1"},');
    project.write("prices.json", '{"currency": "EUR", "perHour": {"nat-gateway": 0.5}}');
    const { stdout } = await review(["--prices", "prices.json"]);
    project.write(stack, text);
    expect(stdout).toMatch(/NAT gateways: 3 → 4 .*\n +together 1,095 → 1,460 EUR a month/);
  });

  test("ends with 1 where a plan would lose data, and says so first", async () => {
    const address = "aws_db_instance.app_database";
    const { resource, data = {} } = JSON.parse(project.read("cdktf.out/stacks/dev-data/cdk.tf.json"));
    const addresses = [...namesIn(resource), ...namesIn(data).map((name) => `data.${name}`)];
    const replaced = { address, actions: ["delete", "create"], replacePaths: [["engine"]] };
    const engines = { before: { engine: "mysql" }, after: { engine: "postgres" } };
    mkdirSync(join(project.folder, "plans"));
    project.write("plans/dev-data.json", JSON.stringify(aPlan(addresses, [{ ...replaced, ...engines }])));
    const { status, stdout } = await review(["--plans", "plans"]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/^[^]{0,200}refuse[^]*aws_db_instance\.app_database/i);
    expect(stdout).toContain("engine");
  });

  describe.each<ForgeName>(["gitlab", "github", "bitbucket"])("posted to %s", (forge) => {
    let server: ForgeServer;
    beforeEach(async () => (server = await ForgeServer.start(forge)));
    afterEach(() => server.stop());

    test("is one comment: created, left alone while nothing is new, then updated", async () => {
      const runs = [
        await review(["--post"], server.env),
        await review(["--post"], server.env),
        await review(["--post"], server.env, "cdktf.out"),
      ];
      expect(
        runs.map(({ status, stderr }) => `${status} ${/comment (\w+): http/.exec(stderr)?.[1]}`),
      ).toEqual([...["0 created", "0 unchanged", "0 updated"]]);
      expect(server.thread.existing).toHaveLength(1);
      expect(server.thread.existing[0]?.body).not.toContain("LOG_LEVEL");
      for (const { stdout, stderr } of runs) expect(stdout + stderr).not.toContain(server.thread.token);
    });

    test("ends with 1 when the token is refused, and does not tell the token", async () => {
      const tokens = Object.keys(server.env).filter((name) => /^(?!CI_).*_TOKEN$/.test(name));
      const wrong = Object.fromEntries(tokens.map((name) => [name, "wr0ng-T0ken"]));
      const { status, stdout, stderr } = await review(["--post"], { ...server.env, ...wrong });
      expect(status).toBe(1);
      expect(stdout).toContain("LOG_LEVEL");
      expect(stderr).toContain(tokens[0]);
      expect(stdout + stderr).not.toContain("wr0ng");
      expect(server.thread.existing).toEqual([]);
    });
  });
});

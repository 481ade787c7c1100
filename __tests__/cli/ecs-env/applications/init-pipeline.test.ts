import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository, runCommand } from "../../../support/run-command";

describe("ecs-env init pipeline", () => {
  const empty = mkdtempSync(join(tmpdir(), "init-"));
  afterAll(() => rmSync(empty, { recursive: true }));

  /** In a folder that is no project of ours, unless another is given. */
  function init(args: readonly string[], cwd = empty) {
    const program = [
      "-r",
      join(repository, "node_modules/ts-node/register"),
      join(repository, "cli/ecs-env.ts"),
    ];
    const env = { TS_NODE_PROJECT: join(repository, "tsconfig.json") };
    return runCommand("node", [...program, "init", "pipeline", ...args], { cwd, env });
  }

  function folder(): string {
    return mkdtempSync(join(empty, "repository-"));
  }

  test.each([
    ["gitlab", [".gitlab-ci.yml"]],
    ["bitbucket", ["bitbucket-pipelines.yml"]],
    ["github", [".github/workflows/application.yml"]],
  ])("writes the files of %s and names them", (ci, files) => {
    const root = folder();
    const { status, stdout } = init([ci, "--services", "orders", "--folder", root]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `${files.join("\n")}\n` });
    for (const file of files)
      expect(readFileSync(join(root, file), "utf8")).toMatch(/^# Application pipeline/);
  });

  test("writes both pipelines of a repository, for GitLab with a file that includes them", () => {
    const root = folder();
    const { stdout } = init(["gitlab", "--services", "orders", "--kind", "both", "--folder", root]);
    expect(stdout).toBe(".gitlab-ci.yml\n.gitlab/application.yml\n.gitlab/infrastructure.yml\n");
  });

  test("reads services, environments and accounts of the project that it runs in", () => {
    const root = folder();
    init(["gitlab", "--folder", root], repository);
    const text = readFileSync(join(root, ".gitlab-ci.yml"), "utf8");
    expect(text).toContain('ACCOUNT_DEV: "111111111111"');
    expect(text).toContain("REGISTRY: 999999999999.dkr.ecr.eu-west-1.amazonaws.com");
    expect(text).not.toContain("Set these in");
  });

  test("overwrites nothing, and then writes no other file either", () => {
    const root = folder();
    mkdirSync(join(root, ".gitlab"));
    writeFileSync(join(root, ".gitlab", "application.yml"), "mine");
    const { status, stderr } = init(["gitlab", "--services", "orders", "--kind", "both", "--folder", root]);
    expect(status).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
     "ecs-env init pipeline: 1 problem
       .gitlab/application.yml  must not be there yet, got a file. Add --force to overwrite it, or name another folder by --folder and compare.
     "
    `);
    expect(readdirSync(root)).toEqual([".gitlab"]);
    expect(readFileSync(join(root, ".gitlab", "application.yml"), "utf8")).toBe("mine");
  });

  test("overwrites with --force, and leaves no draft behind", () => {
    const root = folder();
    writeFileSync(join(root, ".gitlab-ci.yml"), "mine");
    expect(init(["gitlab", "--services", "orders", "--force", "--folder", root]).status).toBe(0);
    expect(readFileSync(join(root, ".gitlab-ci.yml"), "utf8")).toContain("deploy-dev:");
    expect(readdirSync(root)).toEqual([".gitlab-ci.yml"]);
  });

  test("says everything that is wrong at once", () => {
    const root = folder();
    const { status, stderr } = init([
      ...["gitlb", "--kind", "all", "--flow", "gitflow", "--environments", "dev,prod"],
      ...["--approve", "prd", "--branch", "a b", "--targets", "s3", "--folder", root],
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
     "ecs-env init pipeline: 8 problems
       argument    must be gitlab, bitbucket or github, got "gitlb". Did you mean "gitlab"?
       --kind      must be application, infrastructure or both, got "all". Use "application", "infrastructure" or "both".
       --targets   must be ssm or vault, got "s3". Did you mean "ssm"?
       --services  must name the services of this repository, got nothing. Write for example --services orders,payments, with the names of your environment files.
       --approve   must name environments of this pipeline, got "prd". Did you mean "prod"?
       --flow      must have three environments or more with gitflow: one for develop, one for releases, one for tags, got dev,prod. Use --flow simple, or name more --environments.
       --branch    must not be given with --flow gitflow, got "a b". Leave --branch out: GitFlow delivers develop, release/*, hotfix/* and tags.
       --branch    must be one branch of letters, digits, dots, slashes, underscores and hyphens, got "a b". Write for example --branch main.
     "
    `);
    expect(existsSync(join(root, ".gitlab-ci.yml"))).toBe(false);
  });

  test("refuses both pipelines in one repository of Bitbucket", () => {
    const { status, stderr } = init(["bitbucket", "--services", "orders", "--kind", "both"]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining("Give each a repository"),
    });
  });
});

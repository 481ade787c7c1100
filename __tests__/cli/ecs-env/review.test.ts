import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ProjectInGit } from "../../support/project-in-git";

// Each run synthesizes both sides.
jest.setTimeout(120_000);

describe("ecs-env review --base", () => {
  const project = new ProjectInGit();
  afterAll(() => project.remove());
  const container = "environments/dev/backend.json";

  /** Commits a change, and takes it back in the working tree: the base has what the head has not. */
  function withBase(path: string, before: string, after: string): void {
    const text = project.read(path);
    project.edit(path, before, after);
    project.commit();
    project.write(path, text);
  }

  test("tells a changed variable on one screen; the working tree and git's worktrees stay as they are", () => {
    project.edit(container, '"LOG_LEVEL", "value": "debug"', '"LOG_LEVEL", "value": "info"');
    const { status, stdout, stderr } = project.ecsEnv("review", "--base", "main");
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr:
        "review: checking out main\nreview: synthesizing main\nreview: comparing it with the project as it is\n",
    });
    expect(stdout).toMatchInlineSnapshot(`
     "**2 changes in \`dev\`.** Unchanged: \`prod\`, \`sit\`, \`tooling\`, \`uat\`.

     | Environment | Changed | Blast radius |
     | --- | --- | --- |
     | \`dev\` | 2 | harmless |

     <details open><summary>dev</summary>

     \`\`\`diff
     @@ services @@
     ! aws_ssm_parameter.backend_delivery_target: changed in place
     !     insecure_value: aws_ecs_task_definition.backend_service_template has a new revision
     ! aws_ecs_task_definition.backend_service_template: new revision
     !     backend › environment › LOG_LEVEL: "debug" → "info"
     \`\`\`

     </details>
     "
    `);
    expect(project.git("status", "--porcelain")).toBe(`M ${container}`);
    expect(project.git("worktree", "list").split("\n")).toHaveLength(1);
  });

  test("tells an environment more by what it creates and costs", () => {
    rmSync(join(project.folder, "environments/prod.ts"));
    project.edit("environments/index.ts", 'import { prod } from "./prod";\n', "");
    withBase("environments/index.ts", ", prod", "");
    project.git("checkout", "-q", "main~1", "--", "environments/prod.ts", "environments/index.ts");
    const { status, stdout } = project.ecsEnv("review", "--base", "HEAD", "--format", "gitlab");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^.*`prod`/);
    expect(stdout).toContain("aws_db_instance.app_database");
    expect(JSON.parse(project.read("terraform-report.json"))).toEqual({
      create: expect.any(Number),
      update: expect.any(Number),
      delete: expect.any(Number),
    });
  });

  test("ends with 1 and no report when the base cannot be synthesized", () => {
    withBase("main.ts", "import", "throw new Error('this base is broken');\nimport");
    const { status, stdout, stderr } = project.ecsEnv("review", "--base", "HEAD", "--output", "report.md");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("this base is broken");
    expect(readdirSync(project.folder)).not.toContain("report.md");
    expect(project.git("worktree", "list").split("\n")).toHaveLength(1);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("leaves nothing behind when %s ends it", async (signal) => {
    withBase("main.ts", "import", "Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);\nimport");
    const temporary = join(project.folder, `tmp-${signal}`);
    mkdirSync(temporary);
    const { status, stdout } = await project.beside(["review", "--base", "HEAD"], {
      env: { TMPDIR: temporary },
      ending: { signal, after: "synthesizing HEAD" },
    });
    expect({ status, stdout }).toEqual({ status: null, stdout: "" });
    expect(project.git("worktree", "list").split("\n")).toHaveLength(1);
    expect(readdirSync(temporary).filter((name) => name.startsWith("ecs-env"))).toEqual([]);
  });
});

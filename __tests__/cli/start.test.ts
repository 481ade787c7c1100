import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "../support/project-copy";

describe("npm start", () => {
  const project = new ProjectCopy();
  afterAll(() => project.remove());

  test("prints a table of all stacks and the next commands", () => {
    const { status, stdout, stderr } = project.run("start");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^stack +account +region +resources +file +entry\n/);
    expect(stdout).toMatch(
      /^prod-data +444444444444 +eu-west-1 +\d+ +cdktf\.out\/stacks\/prod-data\/cdk\.tf\.json$/m,
    );
    expect(stdout).toContain("npx cdktf diff dev-network");
  });

  test("says which environment speaks HTTP only", () => {
    const before = project.read("environments/dev.ts");
    project.write("environments/dev.ts", before.replace(/ {2}domain: .*\n/, ""));
    expect(project.run("start", "dev").stdout).toMatch(/^dev-network .* HTTP only \(no domain\)$/m);
    project.write("environments/dev.ts", before);
  });

  test("builds only the environment that is named", () => {
    rmSync(join(project.folder, "cdktf.out"), { recursive: true, force: true });
    expect(project.run("start", "sit").status).toBe(0);
    expect(existsSync(join(project.folder, "cdktf.out/stacks/sit-network/cdk.tf.json"))).toBe(true);
    expect(existsSync(join(project.folder, "cdktf.out/stacks/dev-network"))).toBe(false);
  });

  test("refuses an unknown environment with a suggestion", () => {
    const { status, stderr } = project.run("start", "pord");
    expect(status).toBe(1);
    expect(stderr).toMatchInlineSnapshot(`
     "npm start: 1 problem
       environment  must be an environment of environments/index.ts, or tooling, got "pord". Did you mean "prod"?
     "
    `);
  });

  test("reports the problems of all files at once, without stack trace, and writes nothing", () => {
    rmSync(join(project.folder, "cdktf.out"), { recursive: true, force: true });
    project.edit("environments/dev.ts", 'account: "111111111111"', 'account: "1111"');
    project.edit("environments/prod.ts", "multiAz: true", "multiAz: false");
    const { status, stdout, stderr } = project.run("start");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("environments/dev.ts: 1 problem\n  account ");
    expect(stderr).toContain("environments/prod.ts: 1 problem\n  databases.app.multiAz ");
    expect(stderr).not.toContain("    at ");
    expect(stderr).not.toContain("DEBUG");
    expect(existsSync(join(project.folder, "cdktf.out"))).toBe(false);
  });
});

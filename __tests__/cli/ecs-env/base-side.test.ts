import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesizeBase } from "../../../cli/ecs-env/base-side";
import { runCommand } from "../../support/run-command";

/** A project whose program writes one stack, as cdktf does, with a bucket of the name that stands in bucket.txt. */
const program = `
const fs = require("node:fs");
const path = require("node:path");
const out = process.env.CDKTF_OUTDIR;
const packages = fs.existsSync("node_modules/marker") ? fs.readFileSync("node_modules/marker", "utf8") : "none";
const stack = { resource: { aws_s3_bucket: { one: { bucket: fs.readFileSync("bucket.txt", "utf8"), packages, here: process.cwd() } } } };
fs.mkdirSync(path.join(out, "stacks/dev-one"), { recursive: true });
fs.writeFileSync(path.join(out, "stacks/dev-one/cdk.tf.json"), JSON.stringify(stack));
fs.writeFileSync(path.join(out, "manifest.json"), JSON.stringify({ stacks: { "dev-one": {
  name: "dev-one", workingDirectory: "stacks/dev-one", synthesizedStackPath: "stacks/dev-one/cdk.tf.json", dependencies: [] } } }));
`;

describe("The base of a review", () => {
  let top: string;

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), "base-side-")));
    git("init", "-q", "-b", "main");
    write({
      "infra/cdktf.json": '{"app": "node app.js"}',
      "infra/app.js": program,
      "infra/bucket.txt": "before",
    });
    commit();
    git("checkout", "-q", "-b", "change");
  });

  afterEach(() => rmSync(top, { recursive: true }));

  function git(...args: string[]): string {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
    const { status, stdout, stderr } = runCommand("git", [...identity, ...args], { cwd: top });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim();
  }

  function write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(top, path, ".."), { recursive: true });
      writeFileSync(join(top, path), text);
    }
  }

  function commit(): void {
    git("add", "-A");
    git("commit", "-q", "-m", "x");
  }

  async function bucketOf(base: string): Promise<Record<string, unknown> | undefined> {
    const project = join(top, "infra");
    const stacks = await synthesizeBase({
      project,
      base,
      env: process.env,
      progress: () => undefined,
      read: (_, read) => read,
    });
    return Object(stacks[0]?.configuration.resource?.["aws_s3_bucket"])["one"];
  }

  test("is the project as it was, while the working tree stays as it is", async () => {
    write({ "infra/bucket.txt": "after" });
    expect(await bucketOf("main")).toMatchObject({ bucket: "before" });
    expect(git("status", "--porcelain")).toBe("M infra/bucket.txt");
  });

  test("is where the change began, not what happened on the branch since", async () => {
    write({ "infra/bucket.txt": "after" });
    commit();
    git("checkout", "-q", "main");
    write({ "infra/bucket.txt": "someone else's" });
    commit();
    git("checkout", "-q", "change");
    expect(await bucketOf("main")).toMatchObject({ bucket: "before" });
  });

  test("reads as if it stood where the project stands", async () => {
    expect(await bucketOf("main")).toMatchObject({ here: join(top, "infra") });
  });

  test("takes the present packages when the lock file is the same", async () => {
    write({ ".gitignore": "node_modules", "infra/node_modules/marker": "present" });
    expect(await bucketOf("main")).toMatchObject({ packages: "present" });
  });

  test("installs its own packages when the lock file differs", async () => {
    const lock = {
      name: "x",
      version: "1.0.0",
      lockfileVersion: 3,
      packages: { "": { name: "x", version: "1.0.0" } },
    };
    const install =
      "require('node:fs').mkdirSync('node_modules', {recursive: true}); require('node:fs').writeFileSync('node_modules/marker', 'own')";
    const scripts = { postinstall: `node -e "${install}"` };
    git("checkout", "-q", "main");
    write({
      "infra/package.json": JSON.stringify({ name: "x", version: "1.0.0", scripts }),
      "infra/package-lock.json": JSON.stringify(lock),
    });
    commit();
    git("checkout", "-q", "-B", "change");
    write({ "infra/package-lock.json": `${JSON.stringify(lock)}\n`, "infra/node_modules/marker": "present" });
    expect(await bucketOf("main")).toMatchObject({ packages: "own" });
  });

  test("must share a commit with HEAD, which a shallow clone may not have", async () => {
    write({ "infra/bucket.txt": "after" });
    commit();
    git("checkout", "-q", "main");
    write({ "infra/bucket.txt": "someone else's" });
    commit();
    const shallow = join(top, "shallow");
    git("clone", "-q", "--depth", "1", "--no-single-branch", "--branch", "change", `file://${top}`, shallow);
    await expect(
      synthesizeBase({
        project: join(shallow, "infra"),
        base: "origin/main",
        env: process.env,
        progress: () => undefined,
        read: (_, stacks) => stacks,
      }),
    ).rejects.toThrow("must share a commit with HEAD in this clone");
  });

  test("runs no hook of the project", async () => {
    write({ ".git/hooks/post-checkout": "#!/bin/sh\nexit 1\n" });
    chmodSync(join(top, ".git/hooks/post-checkout"), 0o755);
    expect(await bucketOf("main")).toMatchObject({ bucket: "before" });
  });

  test("has no stacks where the project did not exist yet", async () => {
    git("checkout", "-q", "--orphan", "empty");
    git("rm", "-rfq", ".");
    write({ "README.md": "empty" });
    commit();
    git("checkout", "-q", "change");
    expect(await bucketOf("empty")).toBeUndefined();
  });

  test("leaves no worktree behind, also when it cannot be synthesized", async () => {
    write({ "infra/app.js": "throw new Error('broken base')" });
    commit();
    await expect(bucketOf("HEAD")).rejects.toThrow("broken base");
    expect(git("worktree", "list").split("\n")).toHaveLength(1);
    expect(readdirSync(tmpdir()).filter((name) => existsSync(join(tmpdir(), name, "tree", "infra")))).toEqual(
      [],
    );
  });

  test("needs a clone", async () => {
    rmSync(join(top, ".git"), { recursive: true });
    await expect(bucketOf("main")).rejects.toThrow(/--base {2}must be looked up in a git clone, got ./);
  });

  test("must be a ref of the clone", async () => {
    await expect(bucketOf("origin/main")).rejects.toThrow(
      'must be a commit, branch or tag of this clone, got "origin/main". Fetch it first',
    );
  });
});

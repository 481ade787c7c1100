import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { estate } from "../../environments";
import { buildApp } from "../../stacks/build-app";
import { prepareStacks } from "../../stacks/prepare-stacks";
import { repository, runCommand } from "../support/run-command";

const cdktf = join(repository, "node_modules", ".bin", "cdktf");
const stackNames = prepareStacks(buildApp(estate)).map(({ node }) => node.id);

describe("The cdktf command", () => {
  const output = mkdtempSync(join(tmpdir(), "cdktf-out-"));
  afterAll(() => rmSync(output, { recursive: true }));

  test("synthesizes every stack", () => {
    const { status, stderr } = runCommand(cdktf, ["synth", "--output", output]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const missing = stackNames.filter((name) => !existsSync(join(output, "stacks", name, "cdk.tf.json")));
    expect(missing).toEqual([]);
  });

  test("writes a manifest that knows which stack comes before which", () => {
    const { stacks } = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"));
    for (const { name } of estate.environments) {
      expect(stacks[`${name}-services`].dependencies).toContain(`${name}-network`);
    }
  });

  test("lists the stacks", () => {
    const { status, stdout } = runCommand(cdktf, ["list", "--output", output]);
    expect(status).toBe(0);
    expect(stackNames.filter((name) => !stdout.includes(name))).toEqual([]);
  });
});

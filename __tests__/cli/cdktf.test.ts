import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository, runCommand } from "../support/run-command";

const cdktf = join(repository, "node_modules", ".bin", "cdktf");
const parts = ["network", "data", "services"];
const stackNames = [
  "tooling-delivery",
  ...["dev", "sit", "uat", "prod"].flatMap((name) => parts.map((part) => `${name}-${part}`)),
];

describe("The cdktf command", () => {
  const output = mkdtempSync(join(tmpdir(), "cdktf-out-"));
  afterAll(() => rmSync(output, { recursive: true }));

  test("synthesizes every stack", () => {
    const { status, stderr } = runCommand(cdktf, ["synth", "--output", output]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const missing = stackNames.filter((name) => !existsSync(join(output, "stacks", name, "cdk.tf.json")));
    expect(missing).toEqual([]);
  });

  test("writes a manifest in the order that stacks are applied", () => {
    const manifest = JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"));
    expect(manifest.stacks["prod-services"].dependencies.sort()).toEqual(["prod-data", "prod-network"]);
  });

  test("lists the stacks", () => {
    const { status, stdout } = runCommand(cdktf, ["list", "--output", output]);
    expect(status).toBe(0);
    expect(stackNames.filter((name) => !stdout.includes(name))).toEqual([]);
  });
});

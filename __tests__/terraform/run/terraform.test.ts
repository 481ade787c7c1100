import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findTerraform } from "../../../terraform/run/find-terraform";
import { Terraform, terraformEnvironment } from "../../../terraform/run/terraform";

const folder = mkdtempSync(join(tmpdir(), "fake-terraform-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** An executable that does what a shell script says. */
function aBinary(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

const answering = (version: string) => `echo '{"terraform_version":"${version}"}'`;

describe("The terraform binary", () => {
  test.each(["1.10.0", "1.11.4", "2.0.0"])("may be version %s", async (version) => {
    const binary = aBinary("new", answering(version));
    await expect(findTerraform(binary, {})).resolves.toBe(binary);
  });

  test("is the one that cdktf takes", async () => {
    const binary = aBinary("named", answering("1.11.0"));
    await expect(findTerraform(undefined, { TERRAFORM_BINARY_NAME: binary })).resolves.toBe(binary);
  });

  test("may be tofu where there is no terraform", async () => {
    const own = mkdtempSync(join(folder, "path-"));
    writeFileSync(join(own, "tofu"), `#!/bin/sh\n${answering("1.10.1")}\n`, { mode: 0o755 });
    await expect(findTerraform(undefined, { PATH: own })).resolves.toBe("tofu");
  });

  test.each([
    ["too old", answering("1.9.8"), "must be 1.10 or newer, got 1.9.8."],
    ["something else", "echo hello", "--terraform  must hold terraform or tofu, 1.10 or newer, got "],
    ["broken", "exit 1", "--terraform  must hold terraform or tofu"],
  ])("is refused when it is %s", async (_, script, message) => {
    await expect(findTerraform(aBinary("bad", script), {})).rejects.toThrow(message);
  });

  test("is missed with the place where it was looked for", async () => {
    await expect(findTerraform(undefined, { PATH: folder })).rejects.toThrow(
      "PATH  must hold terraform or tofu",
    );
    await expect(findTerraform("/nowhere", {})).rejects.toThrow(
      '--terraform  must hold terraform or tofu, 1.10 or newer, got "/nowhere"',
    );
  });
});

describe("A run of terraform", () => {
  const events = `echo '{"type":"apply_complete"}'; echo 'not JSON'; echo '{"type":"diagnostic","diagnostic":{"severity":"error","summary":"No"}}'; echo text >&2; exit 1`;

  test("tells events, diagnostics and the rest apart", async () => {
    const seen: unknown[] = [];
    const terraform = new Terraform(aBinary("events", events), process.env);
    const run = await terraform.run(folder, ["apply", "-json"], (event) => seen.push(event["type"]));
    expect(seen).toEqual(["apply_complete"]);
    expect(run).toMatchObject({
      code: 1,
      stdout: "not JSON",
      stderr: "text\n",
      diagnostics: [{ summary: "No" }],
    });
  });

  test("keeps the JSON of a plan as text", async () => {
    const terraform = new Terraform(aBinary("show", `echo '{"resource_changes":[]}'`), process.env);
    expect((await terraform.run(folder, ["show", "-json", "plan"])).stdout).toBe('{"resource_changes":[]}\n');
  });

  test("is interrupted politely twice, and killed the third time", async () => {
    const log = join(folder, "log");
    const script = `trap 'echo interrupted >> ${log}' INT; echo ready > ${log}; while :; do sleep 0.01; done`;
    const terraform = new Terraform(aBinary("stubborn", script), process.env);
    const run = terraform.run(folder, ["apply"]);
    await untilHolds(log, "ready\n");
    expect(terraform.interrupt()).toBe(1);
    await untilHolds(log, "ready\ninterrupted\n");
    expect(terraform.interrupt()).toBe(2);
    await untilHolds(log, "ready\ninterrupted\ninterrupted\n");
    terraform.interrupt();
    expect((await run).code).toBe(1);
  });
});

/** Waits until a file has a text; the test's own timeout ends it. */
async function untilHolds(path: string, text: string): Promise<void> {
  while (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    await new Promise((later) => setTimeout(later, 10));
  }
}

describe("Variables of terraform", () => {
  const given = { TF_WORKSPACE: "x", TF_CLI_ARGS_plan: "-x", TF_DATA_DIR: "/x", TF_VAR_a: "1", GOGC: "50" };

  test("do not move an offline state or change our commands", () => {
    const { GOGC, TF_VAR_a, ...others } = terraformEnvironment(given, {
      isOffline: true,
      exists: () => true,
    });
    expect({ GOGC, TF_VAR_a }).toEqual({ GOGC: "50", TF_VAR_a: "1" });
    expect(others).toEqual({ CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" });
  });

  test("stay with AWS what the person set", () => {
    expect(terraformEnvironment(given, { isOffline: false, exists: () => true })).toMatchObject(given);
  });

  test.each([true, false])("name a file of settings only where there is one (%p)", (exists) => {
    const variables = terraformEnvironment(
      { TF_CLI_CONFIG_FILE: "/rc" },
      { isOffline: true, exists: () => exists },
    );
    expect("TF_CLI_CONFIG_FILE" in variables).toBe(exists);
  });
});

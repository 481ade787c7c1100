import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { awsAudience, Forge, tokenFor } from "../support/pipelines/forge";
import { someOptions } from "../support/pipelines/some-options";
import { written } from "../support/pipelines/written";

const vaultAddress = "https://vault.example.com";
const pipeline = written(
  "github",
  someOptions({ targets: "vault", vault: { address: vaultAddress, mount: "secret", path: "delivery" } }),
).runnable("deploy-dev");

describe("GitHub's tokens", () => {
  let folder: string;
  let forge: Forge;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "github-token-"));
    forge = await Forge.start();
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await forge.stop();
  });

  const program = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  const run = (part: string) =>
    promisify(execFile)(
      "sh",
      ["-e", "-c", pipeline.shells.find((shell) => shell.includes(part)) ?? "exit 1"],
      {
        env: {
          ...forge.variables("github", "1234"),
          SERVICES: "orders shop",
          VAULT_ADDR: vaultAddress,
          GITHUB_ENV: join(folder, "env"),
          RUNNER_TEMP: folder,
          PATH: `${folder}:${process.env["PATH"]}`,
        },
      },
    );

  test.each([
    ["aws-token", awsAudience.github],
    ["vault-token", vaultAddress],
  ])("are renewed while the job runs, since they live for five minutes: %s", async (name, audience) => {
    // Two minutes pass at once.
    program("sleep", "exec /bin/sleep 0.05");
    await run(`/${name}"\ntoken()`);
    const file = join(folder, name);
    const token = tokenFor(audience);
    expect(readFileSync(file, "utf8")).toBe(token);
    writeFileSync(file, "expired");
    for (let tries = 0; tries < 100 && readFileSync(file, "utf8") !== token; tries++) await pause(100);
    expect(readFileSync(file, "utf8")).toBe(token);
  });

  test("for Vault are read anew for each service", async () => {
    program("npm", "");
    program("ecs-env", 'echo "$VAULT_ID_TOKEN"; echo renewed > "$RUNNER_TEMP/vault-token"');
    writeFileSync(join(folder, "vault-token"), "first");
    expect((await run("ecs-env deploy")).stdout).toBe("first\nrenewed\n");
  });
});

import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { awsAudience, Forge, tokenFor } from "../support/pipelines/forge";
import { someOptions } from "../support/pipelines/some-options";
import { written } from "../support/pipelines/written";

describe("GitHub's token for AWS", () => {
  const folder = mkdtempSync(join(tmpdir(), "github-token-"));
  const file = join(folder, "aws-token");
  let forge: Forge | undefined;
  beforeAll(async () => {
    forge = await Forge.start();
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await forge?.stop();
  });

  test("is renewed while the job runs, since it lives for five minutes", async () => {
    const signIn = written("github", someOptions({ services: ["orders"] }))
      .runnable("deploy-dev")
      .shells.find((shell) => shell.includes("AWS_WEB_IDENTITY_TOKEN_FILE"));
    // Two minutes pass at once.
    writeFileSync(join(folder, "sleep"), "#!/bin/sh\nexec /bin/sleep 0.05\n");
    chmodSync(join(folder, "sleep"), 0o755);
    await promisify(execFile)("sh", ["-e", "-c", signIn ?? "exit 1"], {
      env: {
        ...forge?.variables("github", "1234"),
        GITHUB_ENV: join(folder, "env"),
        RUNNER_TEMP: folder,
        PATH: `${folder}:${process.env["PATH"]}`,
      },
    });
    const token = tokenFor(awsAudience.github);
    expect(readFileSync(file, "utf8")).toBe(token);
    writeFileSync(file, "expired");
    for (let tries = 0; tries < 100 && readFileSync(file, "utf8") !== token; tries++) await pause(100);
    expect(readFileSync(file, "utf8")).toBe(token);
  });
});

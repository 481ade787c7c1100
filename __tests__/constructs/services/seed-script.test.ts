import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { seedContainer } from "../../../constructs/services/seed-container";

const root = mkdtempSync(join(tmpdir(), "seed-"));
const busybox = spawnSync("sh", ["-c", "command -v busybox"], { encoding: "utf8" }).stdout.trim();
const servers: ChildProcess[] = [];

/** A folder to put first in PATH, with its own `httpd`. */
function binariesWith(httpd: (file: string) => void): string {
  const folder = mkdtempSync(join(root, "bin-"));
  httpd(join(folder, "httpd"));
  return folder;
}

/** The seed's command and variables; the container's `/tmp` is a folder of the test's own. */
function seedIn(temporary: string, path: string, port: number, binaries: string) {
  const seed = seedContainer({ service: "orders", image: "seed", healthCheck: { port, path } });
  const [script = ""] = seed["command"] as readonly string[];
  const variables = Object.fromEntries((seed.environment ?? []).map(({ name, value }) => [name, value]));
  return {
    args: ["-c", script.replaceAll("/tmp/", `${temporary}/`)],
    env: { ...variables, PATH: `${binaries}${delimiter}${process.env["PATH"]}` },
  };
}

afterAll(() => {
  for (const server of servers) server.kill("SIGKILL");
  rmSync(root, { recursive: true, force: true });
});

describe("The script of a seed", () => {
  const recorder = binariesWith((file) =>
    writeFileSync(file, '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/arguments"\n', { mode: 0o755 }),
  );

  test.each([
    ["/health", "health"],
    ["/", "index.html"],
    ["/deep/er/health.txt", "deep/er/health.txt"],
    ["/ends/with/", "ends/with/index.html"],
    ["/with space", "with space"],
    ["/$(id)", "$(id)"],
    ["/health?deep=1", "health"],
  ])("asked for %s writes the file that httpd looks for", (path, file) => {
    const temporary = mkdtempSync(join(root, "tmp-"));
    const { args, env } = seedIn(temporary, path, 8080, recorder);
    expect(spawnSync("sh", args, { env }).status).toBe(0);
    expect(readFileSync(join(temporary, "www", file), "utf8")).toBe("seed\n");
  });

  test("serves that folder in the foreground on the service's port", () => {
    const temporary = mkdtempSync(join(root, "tmp-"));
    const { args, env } = seedIn(temporary, "/health", 9000, recorder);
    spawnSync("sh", args, { env });
    const given = readFileSync(join(recorder, "arguments"), "utf8").trim().split("\n");
    expect(given).toEqual(["-f", "-p", "9000", "-h", join(temporary, "www")]);
  });
});

describe("A running seed", () => {
  const paths = ["/health", "/", "/deep/er/health", "/ends/with/", "/health?deep=1"];
  if (busybox === "") {
    test.skip.each(paths)("answers %s with 200 (skipped: no busybox in PATH)", () => undefined);
    return;
  }

  test.each(paths)("answers %s with 200", async (path) => {
    const temporary = join(root, `tmp-${servers.length}`);
    mkdirSync(temporary);
    const port = await freePort();
    const binaries = binariesWith((file) => symlinkSync(busybox, file));
    const { args, env } = seedIn(temporary, path, port, binaries);
    servers.push(spawn(busybox, ["sh", ...args], { env, stdio: "ignore" }));
    expect(await firstStatus(`http://127.0.0.1:${port}${path}`)).toBe(200);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Status of the first answer; a server that has just been started gets two seconds. */
async function firstStatus(url: string): Promise<number | undefined> {
  const end = Date.now() + 2000;
  while (Date.now() < end) {
    const response = await fetch(url).catch(() => undefined);
    if (response) return response.status;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return undefined;
}

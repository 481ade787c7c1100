import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withFileLock } from "../../../offline/cloud/file-lock";

let path: string;
beforeEach(() => (path = join(mkdtempSync(join(tmpdir(), "lock-")), "lock")));
afterEach(() => rmSync(join(path, ".."), { recursive: true }));

describe("withFileLock", () => {
  test("waits while another process holds the lock", async () => {
    writeFileSync(path, String(process.pid));
    let isDone = false;
    const done = withFileLock(path, () => (isDone = true));
    await sleep(30);
    expect(isDone).toBe(false);
    rmSync(path);
    await done;
  });

  test("takes over a lock whose owner was killed before it wrote who it is", async () => {
    writeFileSync(path, "");
    utimesSync(path, 0, 0);
    expect(await withFileLock(path, () => "done")).toBe("done");
  });

  test("is content when somebody deletes the lock meanwhile", async () => {
    expect(await withFileLock(path, () => rmSync(path))).toBeUndefined();
  });

  test("gives the lock back when the action fails", async () => {
    const failing = withFileLock(path, () => {
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(existsSync(path)).toBe(false);
  });
});

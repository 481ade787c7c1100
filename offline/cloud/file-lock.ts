import { openSync, closeSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const retryMs = 5;
const giveUpMs = 20_000;

/**
 * Runs an action while no other process does so with the same lock file. A lock that a killed process left behind is taken over.
 *
 * @throws Error when another process holds the lock for 20 seconds.
 */
export async function withFileLock<T>(path: string, action: () => T): Promise<T> {
  const end = Date.now() + giveUpMs;
  while (!take(path)) {
    if (Date.now() > end)
      throw new Error(`${path} is held by process ${holder(path)}; delete it if that is not running.`);
    await sleep(retryMs);
  }
  try {
    return action();
  } finally {
    unlinkSync(path);
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, "wx");
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
    removeStale(path);
    return false;
  }
}

function removeStale(path: string): void {
  const pid = holder(path);
  if (pid === undefined || isRunning(pid)) return;
  try {
    unlinkSync(path);
  } catch {
    // Somebody else took it over first.
  }
}

/** Undefined while the file is just being written, or gone again. */
function holder(path: string): number | undefined {
  try {
    return Number(readFileSync(path, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}

function hasCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}

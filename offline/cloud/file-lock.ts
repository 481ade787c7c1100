import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const retryMs = 5;
const giveUpMs = 20_000;
/** A lock is empty just while its owner writes a number into it, or for ever when it was killed then. */
const emptyMs = 2_000;

/**
 * Runs an action while no other process does so with the same lock file. A lock that a killed process left behind is taken over.
 *
 * @throws Error when another process holds the lock for 20 seconds.
 */
export async function withFileLock<T>(path: string, action: () => T): Promise<T> {
  mkdirSync(dirname(path), { recursive: true });
  const end = Date.now() + giveUpMs;
  while (!take(path)) {
    if (Date.now() > end)
      throw new Error(`${path} is held by process ${holder(path)}; delete it if that is not running.`);
    await sleep(retryMs);
  }
  try {
    return action();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string): boolean {
  const file = create(path);
  if (file === undefined) {
    if (isStale(path)) rmSync(path, { force: true });
    return false;
  }
  try {
    writeSync(file, String(process.pid));
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Undefined when somebody else has it. */
function create(path: string): number | undefined {
  try {
    return openSync(path, "wx");
  } catch (error) {
    if (hasCode(error, "EEXIST")) return undefined;
    throw error;
  }
}

function isStale(path: string): boolean {
  const pid = holder(path);
  if (pid !== undefined) return !isRunning(pid);
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > emptyMs;
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

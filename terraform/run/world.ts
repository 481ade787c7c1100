import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder that stands for AWS and for the states of all stacks: what an offline run changes instead of accounts. */
export class World {
  constructor(readonly folder: string) {
    mkdirSync(join(folder, "state"), { recursive: true });
    mkdirSync(join(folder, "cloud"), { recursive: true });
  }

  stateOf(stack: string): string {
    return join(this.folder, "state", `${stack}.tfstate`);
  }

  /** Folder in which Terraform runs for a stack. */
  runFolderOf(stack: string): string {
    return join(this.folder, "run", stack);
  }
}

/** A copy of a world in the system's folder for such things, to plan in; `remove` leaves nothing behind. */
export function copyWorld(original: string): { readonly world: World; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "ecs-env-"));
  for (const part of ["cloud", "state"]) {
    if (existsSync(join(original, part)))
      cpSync(join(original, part), join(folder, part), {
        recursive: true,
        filter: (path) => !isUnderWay(path),
      });
  }
  return { world: new World(folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Locks and half-written files belong to whoever works in the original. */
function isUnderWay(path: string): boolean {
  return /\.(lock|lock\.info|new)$/.test(path);
}

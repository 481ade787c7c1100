import { existsSync } from "node:fs";
import { join } from "node:path";
import { Cloud } from "./cloud";

/** The accounts of a world: a folder with a file per account, `<account>.json`. */
export class Clouds {
  private readonly opened = new Map<string, Cloud>();

  constructor(
    private readonly folder: string,
    private readonly isScratch = false,
  ) {}

  /** An account, up to date; it need not have a file yet. */
  open(account: string): Cloud {
    let cloud = this.opened.get(account);
    if (!cloud) {
      cloud = new Cloud(account, this.path(account), this.isScratch);
      this.opened.set(account, cloud);
    }
    cloud.refresh();
    return cloud;
  }

  /** An account that something is known of. */
  known(account: string): Cloud | undefined {
    return this.opened.has(account) || existsSync(this.path(account)) ? this.open(account) : undefined;
  }

  /** The accounts that were opened so far. */
  used(): readonly Cloud[] {
    return [...this.opened.values()];
  }

  private path(account: string): string {
    return join(this.folder, `${account}.json`);
  }
}

import { CloudFileError, cloudFileStamp, readCloudFile, writeCloudFile } from "./cloud-file";
import { type CloudResource, type CloudView } from "./cloud-resource";
import { withFileLock } from "./file-lock";

/** The stamp of no file: whatever there is must be read. */
const unread = "unread";

/** What changes with one call to AWS: all of it or nothing. */
export interface CloudChange {
  readonly put?: readonly CloudResource[];
  /** Keys. */
  readonly remove?: readonly string[];
}

/**
 * One account, kept in a file. Changes are seen at once and resolve when they are on disk; those that come in together are
 * written together. What other processes write, or a person edits, is taken in before every call.
 */
export class Cloud implements CloudView {
  private resources = new Map<string, CloudResource>();
  private byType = new Map<string, CloudResource[]>();
  private stamp: string | undefined;
  private isRead = false;
  /** Made here, not on disk yet. */
  private readonly pending = new Set<CloudChange>();
  /** Those that the next flush is responsible for. */
  private batch: CloudChange[] = [];
  private flushing: Promise<void> | undefined;

  /** @param isScratch the file is read once and never written: what changes is forgotten with this process */
  constructor(
    readonly account: string,
    private readonly path: string,
    private readonly isScratch = false,
  ) {}

  /** Takes in what others wrote. @throws CloudFileError when the file cannot be read as one. */
  refresh(): void {
    if (this.isScratch && this.isRead) return;
    this.isRead = true;
    const stamp = cloudFileStamp(this.path);
    if (stamp === this.stamp) return;
    this.resources = readCloudFile(this.path, this.account);
    this.stamp = stamp;
    for (const change of this.pending) apply(this.resources, change);
    this.byType.clear();
  }

  all(type: string): readonly CloudResource[] {
    let found = this.byType.get(type);
    if (!found) {
      found = [...this.resources.values()].filter((resource) => resource.type === type);
      this.byType.set(type, found);
    }
    return found;
  }

  find(type: string, attribute: string, value: string): CloudResource | undefined {
    return this.all(type).find(({ values }) => values[attribute] === value);
  }

  get(key: string): CloudResource | undefined {
    return this.resources.get(key);
  }

  everything(): Iterable<CloudResource> {
    return this.resources.values();
  }

  /** Keys of what AWS made along with a resource. */
  madeWith(key: string): readonly string[] {
    return [...this.resources.values()]
      .filter(({ madeWith }) => madeWith === key)
      .map((resource) => resource.key);
  }

  /** @throws CloudFileError when it cannot be written; then it did not happen. */
  async commit(change: CloudChange): Promise<void> {
    apply(this.resources, change);
    this.byType.clear();
    if (this.isScratch) return;
    this.pending.add(change);
    this.batch.push(change);
    this.flushing ??= this.flushSoon();
    await this.flushing;
  }

  private async flushSoon(): Promise<void> {
    await new Promise(setImmediate);
    const batch = this.batch;
    this.batch = [];
    this.flushing = undefined;
    try {
      // A flush that had to wait may have been overtaken by one that wrote everything.
      await withFileLock(`${this.path}.lock`, () => {
        if (batch.some((change) => this.pending.has(change))) this.write();
      });
    } catch (error) {
      for (const change of batch) this.pending.delete(change);
      this.stamp = unread;
      throw this.failed(error);
    }
  }

  private failed(error: unknown): CloudFileError {
    if (error instanceof CloudFileError) return error;
    const reason = error instanceof Error ? error.message : String(error);
    return new CloudFileError(`${this.path} cannot be written: ${reason}. Nothing was changed.`);
  }

  private write(): void {
    this.refresh();
    writeCloudFile(this.path, this.account, this.resources);
    this.stamp = cloudFileStamp(this.path);
    this.pending.clear();
  }
}

function apply(resources: Map<string, CloudResource>, { put = [], remove = [] }: CloudChange): void {
  for (const key of remove) resources.delete(key);
  for (const resource of put) resources.set(resource.key, resource);
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  readContainers,
  type ContainerFileContext,
  type ContainersOfFile,
} from "../../../../config/containers/read-containers";

/** A folder like `environments/`, with files that tests write; it is removed after the tests of the file. */
export class TemporaryEnvironments {
  readonly directory = mkdtempSync(join(tmpdir(), "environments-"));

  constructor() {
    afterAll(() => rmSync(this.directory, { recursive: true, force: true }));
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.directory, path);
    mkdirSync(dirname(file), { recursive: true });
    // A new file, because some file systems write to the disk at once when a file is replaced, which is slow.
    rmSync(file, { force: true });
    writeFileSync(file, content);
  }

  /** Writes `dev/orders.json` and reads it as the containers of the service `orders`. */
  read(content: unknown, context: Partial<ContainerFileContext> = {}): ContainersOfFile {
    const isText = typeof content === "string" || content instanceof Uint8Array;
    this.write("dev/orders.json", isText ? content : JSON.stringify(content));
    return this.readPath("dev/orders.json", context);
  }

  readPath(path: string, context: Partial<ContainerFileContext> = {}): ContainersOfFile {
    return readContainers(path, { ...defaultContext, ...context }, { directory: this.directory });
  }

  /** What is wrong with a content: JSON path and what must hold. */
  complaints(content: unknown, context: Partial<ContainerFileContext> = {}): string[] {
    return this.read(content, context).problems.map(
      ({ where, must }) => `${where.replace(/^\S+ /, "")} ${must}`,
    );
  }
}

const defaultContext: ContainerFileContext = {
  service: "orders",
  writableContainers: {},
  generatedNames: [],
};

export const orders = { name: "orders" };

export const proxy = { name: "proxy", image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/proxy:1.2" };

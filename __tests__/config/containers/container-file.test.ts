import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { orders, TemporaryEnvironments } from "./support/temporary-environments";

const environments = new TemporaryEnvironments();
environments.write("dev/orders.json", JSON.stringify([orders]));
environments.write("prod/orders.json", JSON.stringify([orders]));

/** The only problem of a path, on one line. */
function complaint(path: string, environment?: string): string {
  const { problems } = environments.readPath(path, { environment });
  expect(problems).toHaveLength(1);
  return problems.map(({ must, got, advice }) => `${must}, got ${got}. ${advice}`).join("\n");
}

/** The only problem of the bytes of a file: place and rule. */
function complaintOf(content: string | Uint8Array): string {
  const { problems } = environments.read(content);
  expect(problems).toHaveLength(1);
  return problems.map(({ where, must, got }) => `${where} ${must}, got ${got}`).join("\n");
}

const advice = "Write the path from environments/, for example dev/orders.json.";

describe("path of a container file", () => {
  test.each(["dev/orders.json", "./dev/orders.json", "dev//orders.json"])("may be %s", (path) => {
    expect(environments.readPath(path).problems).toEqual([]);
  });

  test("may be in the folder of its environment", () => {
    expect(environments.readPath("dev/orders.json", { environment: "dev" }).problems).toEqual([]);
  });

  test.each([
    ["", "must be the path of a JSON file, got an empty path"],
    ["  ", "must be the path of a JSON file, got an empty path"],
    ["/etc/passwd", 'must be a relative path, got "/etc/passwd"'],
    ["C:/orders.json", 'must be a relative path, got "C:/orders.json"'],
    ["dev\\orders.json", String.raw`must use / between folders, got "dev\\orders.json"`],
    ["../package.json", 'must stay inside environments/, got "../package.json"'],
    ["dev/../../package.json", 'must stay inside environments/, got "dev/../../package.json"'],
    ["dev/..", 'must stay inside environments/, got "dev/.."'],
    ["dev/a\0b.json", String.raw`must be a path without NUL characters, got "dev/a\u0000b.json"`],
  ])("is refused: %j", (path, expected) => {
    expect(complaint(path)).toBe(`${expected}. ${advice}`);
  });

  test("must be in the folder of its environment", () => {
    expect(complaint("prod/orders.json", "dev")).toBe(
      'must be in the folder of its environment, environments/dev/, got "prod/orders.json". Write dev/orders.json.',
    );
  });

  test("must exist", () => {
    expect(complaint("dev/payments.json")).toBe(
      'must be an existing file, got no such file. Create it with [{ "name": "orders" }], or mend the path.',
    );
  });

  test("gets a hint when it is misspelt", () => {
    expect(complaint("dev/order.json")).toContain(
      'Did you mean "dev/orders.json"? If not, create it with [{ "name": "orders" }].',
    );
  });

  test("gets no hint at a file with another name", () => {
    expect(complaint("dev/mailer.json")).not.toContain("Did you mean");
  });

  test("gets no hint when nobody wrote it, because a neighbour belongs to another service", () => {
    const { problems } = environments.readPath("dev/order.json", { service: "order", isDefaultPath: true });
    expect(problems).toMatchObject([{ advice: 'Create it with [{ "name": "order" }].' }]);
  });

  test.each(["dev", "dev/", "."])("must not be a directory: %s", (path) => {
    expect(complaint(path)).toContain("must be a file, got a directory");
  });

  test("must not be the folder of its environment", () => {
    expect(complaint("dev/", "dev")).toContain("must be a file, got a directory");
  });

  test("must not be a file with more behind it", () => {
    expect(complaint("dev/orders.json/x")).toContain("must be an existing file, got no such file");
  });

  test("must not be a named pipe, which would never end", () => {
    execFileSync("mkfifo", [join(environments.directory, "dev", "pipe.json")]);
    expect(complaint("dev/pipe.json")).toContain("got something that is neither file nor directory");
  });

  test("is shown with control characters escaped", () => {
    const [problem] = environments.readPath("dev/\u001b[31m.json").problems;
    expect(problem?.where).toBe(String.raw`environments/dev/\u001b[31m.json`);
  });

  test("may be longer than the file system takes", () => {
    expect(complaint(`dev/${"a".repeat(5000)}.json`)).toContain(
      "must be readable, got system error ENAMETOOLONG",
    );
  });
});

describe("symbolic link", () => {
  const outside = mkdtempSync(join(tmpdir(), "outside-"));
  const link = (target: string, path: string) => symlinkSync(target, join(environments.directory, path));

  beforeAll(() => writeFileSync(join(outside, "orders.json"), JSON.stringify([orders])));
  afterAll(() => rmSync(outside, { recursive: true }));

  test("may point to a file of the same environment", () => {
    link("orders.json", "dev/linked.json");
    expect(environments.readPath("dev/linked.json", { environment: "dev" }).problems).toEqual([]);
  });

  test("must not leave environments/", () => {
    link(join(outside, "orders.json"), "dev/outside.json");
    expect(complaint("dev/outside.json")).toBe(
      "must stay inside environments/, got a symbolic link that leaves it. Copy the file instead of linking to it.",
    );
  });

  test("must not leave environments/ by a linked folder", () => {
    link(outside, "dev/folder");
    expect(complaint("dev/folder/orders.json")).toContain("got a symbolic link that leaves it");
  });

  test("must not leave the folder of its environment", () => {
    link("../prod/orders.json", "dev/of-prod.json");
    expect(complaint("dev/of-prod.json", "dev")).toContain(
      "must stay inside environments/dev, got a symbolic link",
    );
  });

  test("must not point to itself", () => {
    link("loop.json", "dev/loop.json");
    expect(complaint("dev/loop.json")).toContain("must be readable, got system error ELOOP");
  });

  test("may be above environments/", () => {
    const above = join(outside, "environments");
    mkdirSync(outside, { recursive: true });
    symlinkSync(environments.directory, above);
    const linked = Object.assign(Object.create(environments) as TemporaryEnvironments, { directory: above });
    expect(linked.readPath("dev/orders.json", { environment: "dev" }).problems).toEqual([]);
  });
});

describe("content of a container file", () => {
  const mebibyte = 1024 * 1024;
  const padded = (bytes: number) => JSON.stringify([orders]).padEnd(bytes);

  test("may be as large as 1 MiB", () => {
    expect(environments.read(padded(mebibyte)).problems).toEqual([]);
  });

  test.each([mebibyte + 1, 10 * mebibyte])("must not be larger than 1 MiB: %d bytes", (bytes) => {
    expect(complaintOf(padded(bytes))).toBe(
      `environments/dev/orders.json must be at most 1 MiB (1048576 bytes), got ${bytes} bytes`,
    );
  });

  test.each(["", " \n\t"])("must not be empty: %j", (content) => {
    expect(complaintOf(content)).toBe(
      "environments/dev/orders.json must hold an array of container definitions, got an empty file",
    );
  });

  test("must not start with a byte-order mark", () => {
    expect(complaintOf(`\ufeff[{ "name": "orders" }]`)).toBe(
      "environments/dev/orders.json:1:1 must start with the JSON text, got a byte-order mark",
    );
  });

  test("must be UTF-8: the first bad byte has a line and a column", () => {
    const latin1 = Buffer.from('[{\n "name": "é", "user": "é" }]', "latin1");
    expect(complaintOf(latin1)).toBe(
      "environments/dev/orders.json:2:11 must be UTF-8 text, got bytes that are not UTF-8",
    );
  });

  test("must not end within a character", () => {
    expect(complaintOf(Buffer.from([0x5b, 0xe2, 0x82]))).toContain("dev/orders.json:1:2 must be UTF-8 text");
  });

  test("must not be UTF-16", () => {
    expect(complaintOf(Buffer.from("\ufeff[]", "utf16le"))).toContain(":1:1 must be UTF-8 text");
  });
});

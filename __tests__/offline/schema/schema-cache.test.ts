import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type BlockSchema } from "../../../offline/schema/schema";
import { cacheFolderOf, SchemaCache } from "../../../offline/schema/schema-cache";

const schema = (name: string): BlockSchema => ({
  attributes: { [name]: { type: "string", required: true, optional: false, computed: false } },
  blocks: {},
});

const refuse = (): BlockSchema => {
  throw new Error("derived again");
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "schema-cache-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe("SchemaCache", () => {
  test("derives what it does not know", () => {
    expect(new SchemaCache(folder).get("resource/a", () => schema("a"))).toEqual(schema("a"));
  });

  test("answers from disk what another process derived", () => {
    new SchemaCache(folder).get("resource/a", () => schema("a"));
    expect(new SchemaCache(folder).get("resource/a", refuse)).toEqual(schema("a"));
  });

  test("leaves no file of its own way of writing behind", () => {
    new SchemaCache(folder).get("resource/a", () => schema("a"));
    expect(readdirSync(join(folder, "resource"))).toEqual(["a.json"]);
  });

  test.each(["", '{"attributes":{"a":', "null", "[]", '{"attributes":{}}', '{"attributes":[],"blocks":{}}'])(
    "derives anew and mends the file when it holds %p",
    (content) => {
      const file = join(folder, "resource", "a.json");
      mkdirSync(dirname(file));
      writeFileSync(file, content);
      new SchemaCache(folder).get("resource/a", () => schema("a"));
      expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema("a"));
    },
  );

  test("works where nothing can be written", () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");
    expect(new SchemaCache(file).get("resource/a", () => schema("a"))).toEqual(schema("a"));
  });

  test("works without a folder", () => {
    expect(new SchemaCache(undefined).get("resource/a", () => schema("a"))).toEqual(schema("a"));
  });
});

describe("cacheFolderOf", () => {
  test("is in the nearest node_modules", () => {
    mkdirSync(join(folder, "node_modules"));
    const project = join(folder, "packages", "one");
    mkdirSync(project, { recursive: true });
    expect(cacheFolderOf(project)).toBe(join(folder, "node_modules", ".cache", "cdktf-ecs-environments"));
  });

  test("is nowhere without node_modules", () => {
    expect(cacheFolderOf(folder)).toBeUndefined();
  });
});

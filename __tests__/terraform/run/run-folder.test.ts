import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { makeRunFolder } from "../../../terraform/run/run-folder";
import { readState } from "../../../terraform/run/state-file";
import { copyWorld, World } from "../../../terraform/run/world";
import { aStack } from "../a-stack";

const root = mkdtempSync(join(tmpdir(), "run-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

describe("A run folder", () => {
  const stack = { ...aStack("dev"), folder: join(root, "stack") };
  const folder = join(root, "run");
  const override = { terraform: { backend: { local: { path: "/world" } } } };

  beforeAll(() => {
    write("stack/cdk.tf.json", '{"a":1}');
    write("stack/assets/script.sh", "echo");
    write("stack/.terraform/old", "");
    write("stack/plan", "of an earlier cdktf");
    write("run/stale.tf.json", "");
    write("run/plan", "of this deploy");
    write("run/.terraform/providers", "downloaded");
    makeRunFolder(stack, folder, override, ["plan"]);
  });

  test("holds what cdktf wrote, an override, and what Terraform keeps", () => {
    expect(readdirSync(folder).sort()).toEqual([
      ...[".terraform", "assets", "cdk.tf.json", "ecs_env_override.tf.json", "plan"],
    ]);
    expect(readFileSync(join(folder, "cdk.tf.json"), "utf8")).toBe('{"a":1}');
    expect(JSON.parse(readFileSync(join(folder, "ecs_env_override.tf.json"), "utf8"))).toEqual(override);
  });

  test("keeps what was downloaded, and a plan when asked to", () => {
    expect(readdirSync(join(folder, ".terraform"))).toEqual(["providers"]);
    expect(readFileSync(join(folder, "plan"), "utf8")).toBe("of this deploy");
    makeRunFolder(stack, folder, override);
    expect(existsSync(join(folder, "plan"))).toBe(false);
  });

  test("leaves cdktf's folder as it is", () => {
    expect(readdirSync(stack.folder).sort()).toEqual([".terraform", "assets", "cdk.tf.json", "plan"]);
  });
});

describe("A copy of a world", () => {
  test("can be changed and removed without the world", () => {
    const world = new World(join(root, "world"));
    writeFileSync(world.stateOf("dev"), "before");
    const copy = copyWorld(world.folder);
    expect(readFileSync(copy.world.stateOf("dev"), "utf8")).toBe("before");
    writeFileSync(copy.world.stateOf("dev"), "after");
    copy.remove();
    expect(existsSync(copy.world.folder)).toBe(false);
    expect(readFileSync(world.stateOf("dev"), "utf8")).toBe("before");
  });

  test("has no locks and half-written files of whoever works in the world", () => {
    const world = new World(join(root, "world"));
    mkdirSync(join(world.folder, "cloud"), { recursive: true });
    for (const name of ["1.json", "1.json.lock", "1.json.7.new"])
      writeFileSync(join(world.folder, "cloud", name), "");
    const copy = copyWorld(world.folder);
    expect(readdirSync(join(copy.world.folder, "cloud"))).toEqual(["1.json"]);
    copy.remove();
  });
});

describe("A state file", () => {
  test.each([
    ["nothing", undefined, { resources: [], outputs: [] }],
    ["an empty file", "", { resources: [], outputs: [] }],
    [
      "resources and outputs",
      '{"resources":[{"mode":"managed","type":"aws_vpc"}],"outputs":{"id":{}}}',
      { resources: [{ mode: "managed", type: "aws_vpc" }], outputs: ["id"] },
    ],
    ["an encrypted state", '{"encrypted_data":"…"}', undefined],
  ])("of %s is read", (name, text, expected) => {
    const path = text === undefined ? join(root, "no.tfstate") : write(`${name}.tfstate`, text);
    expect(readState(path)).toEqual(expected);
  });
});

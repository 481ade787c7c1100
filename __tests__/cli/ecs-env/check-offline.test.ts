import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkOffline } from "../../../cli/ecs-env/check-offline";
import { PlainError } from "../../../cli/ecs-env/plain-error";
import { aStack } from "../../terraform/a-stack";

describe("A world, before a run", () => {
  const folder = mkdtempSync(join(tmpdir(), "world-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const world = join(folder, "world");
  const write = (path: string, text: string) => {
    mkdirSync(join(world, path, ".."), { recursive: true });
    writeFileSync(join(world, path), text);
  };

  test("need not exist, and a plan makes none", () => {
    checkOffline(world, [aStack("dev-data")], false);
    expect(existsSync(world)).toBe(false);
  });

  test("with a broken state is refused by the file's own path", () => {
    write("state/dev-data.tfstate", "{");
    const check = () => checkOffline(world, [aStack("dev-data")], false);
    expect(check).toThrow(
      /^state: 1 problem\n {2}\S+\/world\/state\/dev-data\.tfstate\s+must be a state of Terraform/,
    );
  });

  test("with a broken account is refused in plain words", () => {
    write("cloud/111111111111.json", "{");
    expect(() => checkOffline(world, [], false)).toThrow(PlainError);
    expect(() => checkOffline(world, [], false)).toThrow(join(world, "cloud", "111111111111.json"));
  });

  test("that cannot be written is named, with the option for another", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => checkOffline(join(file, "world"), [], true)).toThrow(
      /\/file\/world\/state\s+must be a folder that can be written.*by --world\.$/s,
    );
  });
});

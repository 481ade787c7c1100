import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkWorld } from "../../../offline/cloud/check-world";

let world: string;
beforeEach(() => {
  world = mkdtempSync(join(tmpdir(), "world-"));
});
afterEach(() => rmSync(world, { recursive: true }));

function write(text: string): void {
  mkdirSync(join(world, "cloud"));
  writeFileSync(join(world, "cloud", "111111111111.json"), text);
}

describe("checkWorld", () => {
  test("accepts a world in which nothing exists", () => {
    expect(() => checkWorld(world)).not.toThrow();
  });

  test("accepts an account without resources", () => {
    write('{"version":1,"account":"111111111111","resources":{}}');
    expect(() => checkWorld(world)).not.toThrow();
  });

  test("names the file that cannot be used", () => {
    write("{");
    expect(() => checkWorld(world)).toThrow(join(world, "cloud", "111111111111.json"));
  });
});

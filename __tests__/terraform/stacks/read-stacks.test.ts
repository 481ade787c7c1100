import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readStacks } from "../../../terraform/stacks/read-stacks";

describe("Synthesized stacks", () => {
  const folder = mkdtempSync(join(tmpdir(), "cdktf-out-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const entry = (name: string, dependencies: readonly string[]) => ({
    name,
    synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
    workingDirectory: `stacks/${name}`,
    dependencies,
  });

  test("are refused where there are none, with what to do", () => {
    expect(() => readStacks(folder)).toThrow("Run the command without --no-synth");
  });

  test("come after those that they depend on, whatever the manifest's order", () => {
    const stacks = { a: entry("a", ["b", "c"]), b: entry("b", ["c"]), c: entry("c", []) };
    for (const name of Object.keys(stacks)) {
      mkdirSync(join(folder, "stacks", name), { recursive: true });
      writeFileSync(join(folder, "stacks", name, "cdk.tf.json"), "{}");
    }
    writeFileSync(join(folder, "manifest.json"), JSON.stringify({ stacks }));
    expect(readStacks(folder).map(({ name }) => name)).toEqual(["c", "b", "a"]);
  });
});

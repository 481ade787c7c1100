import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { repository } from "../support/run-command";

/** What lint says about a text as if it were a file of the project. */
function problems(file: string, text: string): string[] {
  const eslint = join(repository, "node_modules", ".bin", "eslint");
  const args = ["--stdin", "--stdin-filename", file, "--format", "json"];
  const { stdout } = spawnSync(eslint, args, { cwd: repository, input: text, encoding: "utf8" });
  const [{ messages }] = JSON.parse(stdout);
  return messages.map(({ ruleId, message }: { ruleId: string; message: string }) => `${ruleId}: ${message}`);
}

describe("Lint", () => {
  const found = problems(
    "config/wrong.ts",
    [
      'import { Network } from "../constructs/network/network";',
      'import { App } from "cdktf";',
      'import { Vpc } from "@cdktf/provider-aws";',
      "export default [Network, App, Vpc, process.env, console.log];",
      ...Array.from({ length: 300 }, (_, index) => `// ${index}`),
    ].join("\n"),
  );

  test.each([
    [
      "imports against the direction",
      "import-x/no-restricted-paths: .*config/ must not import from constructs",
    ],
    ["cdktf in config/", "no-restricted-imports: 'cdktf' import is restricted.*cdktf stays in constructs/"],
    [
      "the provider's barrel",
      "no-restricted-imports: '@cdktf/provider-aws' import is restricted.*Import by path",
    ],
    ["default exports", "no-restricted-syntax: Use named exports"],
    ["the process outside of cli/", "no-restricted-syntax: process belongs in cli/"],
    ["printing outside of cli/", "no-console"],
    ["files of more than 300 lines", "max-lines"],
  ])("refuses %s", (_, pattern) => {
    expect(found).toContainEqual(expect.stringMatching(pattern));
  });
});

import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "../support/project-copy";
import { runCommand } from "../support/run-command";

type Edit = (text: string) => string;

/** Mistakes that people make in files of `environments/`: file → what happens to its text. */
const mistakes: Readonly<Record<string, Readonly<Record<string, Edit>>>> = {
  "a missing comma": { "dev.ts": (text) => text.replace('"111111111111",', '"111111111111"') },
  "a misspelt function": { "sit.ts": (text) => text.replace("= defineEnvironment(", "= defineEnviroment(") },
  "a name that is not imported": { "index.ts": (text) => text.replace("prod]", "prod, perf]") },
  "a wrong import path": { "index.ts": (text) => text.replace('"./uat"', '"./uaat"') },
  "no estate": { "index.ts": () => "export const state = 1;\n" },
  "an environment in no list": { "index.ts": (text) => text.replace(", prod", "") },
  "problems in two files": {
    "dev.ts": (text) => text.replace('"111111111111"', '"1111"'),
    "uat.ts": (text) => text.replace('zones: ["a", "b", "c"]', 'zones: ["a"]'),
  },
  "another name than the file's": {
    "uat.ts": (text) => text.replace('name: "uat"', 'name: "test"'),
  },
  nothing: {},
};

/** What people read for each mistake; one process loads all of them. */
function messages(): Readonly<Record<string, string>> {
  const project = new ProjectCopy();
  const names = Object.keys(mistakes);
  names.forEach((name, index) => {
    const folder = join(project.folder, `environments-${index}`);
    cpSync(join(project.folder, "environments"), folder, { recursive: true });
    for (const file of readdirSync(folder).filter((each) => each.endsWith(".ts"))) {
      const edit = mistakes[name]?.[file] ?? ((text: string) => text);
      writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), "utf8")));
    }
  });
  const program = `
    const { loadEstate } = require("./cli/load-estate");
    const message = (index) => {
      try { return "loaded " + loadEstate(process.cwd() + "/environments-" + index).environments.length; }
      catch (error) { return error.message; }
    };
    console.log(JSON.stringify([...Array(${names.length}).keys()].map(message)));`;
  const { stdout, stderr } = runCommand("node", ["-r", "ts-node/register", "-e", program], {
    cwd: project.folder,
  });
  project.remove();
  if (stderr !== "") throw new Error(stderr);
  const found: string[] = JSON.parse(stdout);
  return Object.fromEntries(names.map((name, index) => [name, found[index] ?? ""]));
}

describe("Loading the environments", () => {
  const found = messages();

  test("succeeds without mistakes", () => {
    expect(found["nothing"]).toBe("loaded 4");
  });

  test.each([
    [
      "a missing comma",
      "environments/dev.ts: 1 problem\n  line 7:1  must be valid TypeScript, got \"Expected ','",
    ],
    [
      "a misspelt function",
      "environments/sit.ts: 1 problem\n  line 4:20  must use only what it imports or declares",
    ],
    [
      "a name that is not imported",
      "environments/index.ts: 1 problem\n  line 9:89  must use only what it imports",
    ],
    [
      "a wrong import path",
      'environments/index.ts: 1 problem\n  import  must name a file that exists, got "./uaat"',
    ],
    ["no estate", "environments/index.ts: 1 problem\n  estate  must be exported, got nothing"],
    [
      "an environment in no list",
      'environments  must list the environment of every file in the folder, got none of "prod.ts"',
    ],
  ])("names %s with file, place and advice", (mistake, expected) => {
    expect(found[mistake]).toContain(expected);
  });

  test("reports the problems of several files at once", () => {
    expect(found["problems in two files"]).toContain("environments/dev.ts: 1 problem\n  account ");
    expect(found["problems in two files"]).toContain("environments/uat.ts: 1 problem\n  network.zones ");
  });

  test("names the file that a problem is in, whatever the environment calls itself", () => {
    expect(found["another name than the file's"]).toMatch(/^environments\/uat\.ts: /);
  });
});

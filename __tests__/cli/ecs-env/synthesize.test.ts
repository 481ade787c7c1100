import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize, SynthesisError } from "../../../cli/ecs-env/synthesize";

/** A program that writes the stacks `dev-network` and `prod-network`, or the one that is asked for. */
const program = `
const { mkdirSync, writeFileSync } = require("node:fs");
const { CDKTF_OUTDIR: out, ECS_ENV_ONLY: only } = process.env;
if (only === "broken") { console.error("environments/broken.ts: 1 problem"); process.exit(1); }
const names = ["dev-network", "prod-network"].filter((name) => !["dev"].includes(only) || name.startsWith(only));
const stacks = {};
for (const name of names) {
  mkdirSync(out + "/" + name, { recursive: true });
  writeFileSync(out + "/" + name + "/cdk.tf.json", "{}");
  stacks[name] = { name, workingDirectory: name, synthesizedStackPath: name + "/cdk.tf.json", dependencies: [] };
}
writeFileSync(out + "/manifest.json", JSON.stringify({ stacks }));
`;

describe("Synthesis", () => {
  const project = mkdtempSync(join(tmpdir(), "synthesize-"));
  afterAll(() => rmSync(project, { recursive: true }));
  writeFileSync(join(project, "app.js"), program);
  writeFileSync(join(project, "cdktf.json"), JSON.stringify({ app: "node app.js", context: { a: "1" } }));

  const names = async (target: string | undefined) => {
    const stacks = await synthesize({ project, out: join(project, "out"), target, env: process.env });
    return stacks.map(({ name }) => name);
  };

  test("asks the project's program for the wanted environment alone", async () => {
    await expect(names("dev")).resolves.toEqual(["dev-network"]);
  });

  test("takes all stacks of a program that does not look at the wish", async () => {
    await expect(names("prod-network")).resolves.toEqual(["dev-network", "prod-network"]);
  });

  test("is of everything without a wish", async () => {
    await expect(names(undefined)).resolves.toEqual(["dev-network", "prod-network"]);
  });

  test("fails with the program's own words", async () => {
    await expect(names("broken")).rejects.toThrow(new SynthesisError("environments/broken.ts: 1 problem"));
  });

  test("needs a cdktf.json", async () => {
    const nowhere = { project: join(project, "out"), out: "", target: undefined, env: {} };
    await expect(synthesize(nowhere)).rejects.toThrow("Run the command in the folder of the project");
  });
});

import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { startOfflineProvider } from "../../offline/start-offline-provider";
import { offlineWorkplace } from "../../terraform/flow/workplace";
import { findTerraform } from "../../terraform/run/find-terraform";
import { terraformEnvironment } from "../../terraform/run/terraform";
import { World } from "../../terraform/run/world";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { usedTypes, type UsedTypes } from "../../terraform/stacks/used-types";
import { checkOffline } from "./check-offline";
import { ownFolder } from "./own-folder";
import { type Command } from "./read-command";

/**
 * Runs a command, such as `cdktf deploy`, with the offline provider attached and a stand-in for the terraform binary that runs
 * Terraform in a run folder instead of cdktf's output folder. @returns the command's exit code.
 */
export async function runWithProvider(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const variables = terraformEnvironment(env, { isOffline: true, exists: existsSync });
  const binary = await findTerraform(command.values["terraform"], variables);
  const worldFolder = resolve(command.values["world"] ?? join(ownFolder, "world"));
  checkOffline(worldFolder, [], true);
  const world = new World(worldFolder);
  let types: UsedTypes | undefined;
  const provider = await startOfflineProvider({
    world: world.folder,
    asAccount: command.values["as-account"],
    types: () => types,
  });
  const folder = mkdtempSync(join(tmpdir(), "ecs-env-"));
  const server = await answer(join(folder, "socket"), (workingFolder) => {
    const output = dirname(dirname(workingFolder));
    if (!existsSync(join(output, "manifest.json"))) return workingFolder;
    const stacks = readStacks(output);
    const stack = stacks.find((one) => one.folder === workingFolder);
    if (!stack) return workingFolder;
    types = usedTypes(
      stacks,
      stacks.map(({ name }) => world.stateOf(name)),
    );
    return offlineWorkplace(world, stacks).refresh(stack);
  });
  try {
    const standIn = writeStandIn(folder, binary);
    const [program = "", ...args] = command.rest;
    return await run(program, args, { ...variables, ...provider.env, TERRAFORM_BINARY_NAME: standIn });
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
    await provider.stop();
  }
}

/** Answers each connection, which sends a working folder and a line end, with the folder to run Terraform in. */
function answer(path: string, folderFor: (workingFolder: string) => string): Promise<Server> {
  const server = createServer((socket) => {
    socket.once("data", (given) => {
      try {
        socket.end(JSON.stringify({ folder: folderFor(given.toString("utf8").trim()) }));
      } catch (error) {
        socket.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }));
      }
    });
  });
  return new Promise((started) => server.listen(path, () => started(server)));
}

/** An executable that asks us where to run and then is Terraform. It needs nothing of this package, to start fast. */
function writeStandIn(folder: string, binary: string): string {
  const script = join(folder, "terraform.js");
  const path = join(folder, "terraform");
  writeFileSync(script, standIn(binary, join(folder, "socket")));
  writeFileSync(path, `#!/bin/sh\nexec ${quote(process.execPath)} ${quote(script)} "$@"\n`);
  chmodSync(path, 0o755);
  return path;
}

function standIn(binary: string, socket: string): string {
  return `
const { spawn } = require("node:child_process");
// cdktf locks the providers' checksums after init; an attached provider has none, and Terraform would look for it in the registry.
if (process.argv[2] === "providers" && process.argv[3] === "lock") process.exit(0);
const client = require("node:net").connect(${JSON.stringify(socket)});
let answer = "";
client.write(process.cwd() + "\\n");
client.on("data", (part) => { answer += part; });
client.on("end", () => {
  const { folder, error } = JSON.parse(answer);
  if (error) { console.error(error); process.exit(1); }
  const child = spawn(${JSON.stringify(binary)}, process.argv.slice(2), { cwd: folder, stdio: "inherit" });
  // The terminal sends Ctrl-C to Terraform too.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("close", (code) => process.exit(code ?? 1));
});
`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function notStarted(program: string): Problem {
  return {
    where: "command",
    must: "must be a program that can be started",
    got: formatGiven(program),
    advice:
      "Write it as in a shell, without quotes around the whole: ecs-env offline -- npx cdktf diff dev-network.",
  };
}

function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(program, args, { env, stdio: "inherit" });
  const wait = () => undefined;
  const end = () => child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", end);
  return new Promise<number>((ended, failed) => {
    child.on("error", () => failed(new ConfigError("ecs-env offline", [notStarted(program)])));
    child.on("close", (code) => ended(code ?? 1));
  }).finally(() => process.off("SIGINT", wait).off("SIGTERM", end));
}

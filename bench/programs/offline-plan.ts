import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformResource } from "cdktf";
import { prepareProcess } from "../../cli/prepare-process";
import { prod } from "../../environments/prod";
import { startOfflineProvider } from "../../offline/start-offline-provider";
import { addEnvironment } from "../../stacks/build-app";
import { runFlow } from "../../terraform/flow/run-flow";
import { isUsable } from "../../terraform/flow/stack-report";
import { offlineWorkplace } from "../../terraform/flow/workplace";
import { findTerraform } from "../../terraform/run/find-terraform";
import { Terraform, terraformEnvironment } from "../../terraform/run/terraform";
import { World } from "../../terraform/run/world";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { usedTypes } from "../../terraform/stacks/used-types";
import { startTiming } from "../measure/timing";
import { programOptions, writeReport } from "./measured-program";
import { copyEnvironment } from "./vary-environment";

/** Plans copies of one environment with the real terraform, as `ecs-env plan --offline` does; without synthesis. */
async function plan(): Promise<void> {
  prepareProcess(process.env);
  const { count = 1, outdir = "" } = programOptions();
  const app = new App({ outdir });
  for (let index = 0; index < count; index += 1) addEnvironment(app, copyEnvironment(prod, index));
  app.synth();
  const resources = app.node.findAll().filter((node) => TerraformResource.isTerraformResource(node)).length;
  const folder = mkdtempSync(join(tmpdir(), "bench-world-"));
  try {
    const stop = startTiming();
    await planAll(outdir, new World(folder));
    writeReport({ runs: [stop()], resources });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function planAll(outdir: string, world: World): Promise<void> {
  const variables = terraformEnvironment(process.env, () => false);
  const stacks = readStacks(outdir);
  const types = usedTypes(stacks, []);
  const provider = await startOfflineProvider({ world: world.folder, types: () => types });
  try {
    const reports = await runFlow({
      command: "plan",
      all: stacks,
      selected: stacks,
      terraform: new Terraform(findTerraform(undefined, variables), variables).withEnv(provider.env),
      workplace: offlineWorkplace(world, stacks),
      progress: () => undefined,
      parallel: availableParallelism(),
    });
    const failed = reports.find((report) => !isUsable(report));
    if (failed) throw new Error(JSON.stringify(failed, undefined, 2));
  } finally {
    await provider.stop();
  }
}

plan().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

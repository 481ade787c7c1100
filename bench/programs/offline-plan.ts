import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { App, TerraformResource } from "cdktf";
import { offline } from "../../cli/ecs-env/offline";
import { prepareProcess } from "../../cli/prepare-process";
import { prod } from "../../environments/prod";
import { addEnvironment } from "../../stacks/build-app";
import { runFlow } from "../../terraform/flow/run-flow";
import { isUsable } from "../../terraform/flow/stack-report";
import { findTerraform } from "../../terraform/run/find-terraform";
import { Terraform, terraformEnvironment } from "../../terraform/run/terraform";
import { readStacks } from "../../terraform/stacks/read-stacks";
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
    await planAll(outdir, folder);
    writeReport({ runs: [stop()], resources });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function planAll(outdir: string, folder: string): Promise<void> {
  const variables = terraformEnvironment(process.env, { isOffline: true, exists: () => false });
  const stacks = readStacks(outdir);
  const place = await offline(stacks, { folder: join(folder, "world"), isTrial: true, asAccount: undefined });
  try {
    const reports = await runFlow({
      command: "plan",
      all: stacks,
      selected: stacks,
      terraform: new Terraform(await findTerraform(undefined, variables), { ...variables, ...place.env }),
      workplace: place.workplace,
      planFile: (stack) => join(folder, `${stack}.plan`),
      progress: () => undefined,
      parallel: availableParallelism(),
    });
    const failed = reports.find((report) => !isUsable(report));
    if (failed) throw new Error(JSON.stringify(failed, undefined, 2));
  } finally {
    await place.leave();
  }
}

plan().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

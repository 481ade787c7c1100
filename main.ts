import { loadEstate } from "./cli/load-estate";
import { prepareProcess } from "./cli/prepare-process";
import { reportError } from "./cli/report-error";
import { buildApp, environmentOf } from "./stacks/build-app";

/**
 * What `cdktf synth`, `list`, `diff` and `deploy` run: every environment's stacks, written to the output folder.
 * `ecs-env plan dev` asks for one of them by a variable, also by a stack's name.
 */
try {
  prepareProcess(process.env);
  const estate = loadEstate();
  buildApp(estate, { only: environmentOf(estate, process.env["ECS_ENV_ONLY"]) }).synth();
} catch (error) {
  process.exitCode = reportError(error, process.env);
}

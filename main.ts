import { loadEstate } from "./cli/load-estate";
import { prepareProcess } from "./cli/prepare-process";
import { reportError } from "./cli/report-error";
import { buildApp } from "./stacks/build-app";

/** What `cdktf synth`, `list`, `diff` and `deploy` run: every environment's stacks, written to the output folder. */
try {
  prepareProcess(process.env);
  buildApp(loadEstate()).synth();
} catch (error) {
  process.exitCode = reportError(error, process.env);
}

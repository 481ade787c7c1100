import { TerraformResource, App } from "cdktf";
import { prepareProcess } from "../../cli/prepare-process";
import { prod } from "../../environments/prod";
import { addEnvironment } from "../../stacks/build-app";
import { readStacks } from "../../terraform/stacks/read-stacks";
import { readEstate } from "../../verify/estate/read-estate";
import { runRules } from "../../verify/findings/run-rules";
import { readNetwork } from "../../verify/network/read-network";
import { rules } from "../../verify/rules/rules";
import { startTiming } from "../measure/timing";
import { programOptions, writeReport } from "./measured-program";
import { copyEnvironment, withServices } from "./vary-environment";

const services = 20;

/** Checks copies of one environment with twenty services, as `ecs-env verify --no-synth` does: files, reachability, every rule. */
prepareProcess(process.env);
const { count = 1, outdir = "" } = programOptions();
const app = new App({ outdir });
for (let index = 0; index < count; index += 1) {
  addEnvironment(app, withServices(copyEnvironment(prod, index), services));
}
app.synth();
const resources = app.node.findAll().filter((node) => TerraformResource.isTerraformResource(node)).length;
const stop = startTiming();
const estate = readEstate(readStacks(outdir));
const paths = estate.environments.flatMap((environment) => readNetwork(environment).paths);
const errors = runRules(estate, rules)
  .flatMap(({ findings }) => findings)
  .filter(({ severity }) => severity === "error");
const timing = stop();
// A check that found nothing to check would be fast.
if (paths.length < count * services || errors.length > 0) {
  throw new Error(`${paths.length} paths; ${JSON.stringify(errors[0])}`);
}
writeReport({ runs: [timing], resources });

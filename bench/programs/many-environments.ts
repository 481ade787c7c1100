import { App } from "cdktf";
import { prod } from "../../environments/prod";
import { addEnvironment } from "../../stacks/build-app";
import { measureProgram, programOptions } from "./measured-program";
import { copyEnvironment } from "./vary-environment";

/** As many copies of one environment as asked for. */
const { count = 1 } = programOptions();
const environments = Array.from({ length: count }, (_, index) => copyEnvironment(prod, index));
measureProgram((outdir) => {
  const app = new App({ outdir });
  for (const environment of environments) addEnvironment(app, environment);
  return app;
});

import { App } from "cdktf";
import { prod } from "../../environments/prod";
import { addEnvironment } from "../../stacks/build-app";
import { measureProgram, programOptions } from "./measured-program";
import { withServices } from "./vary-environment";

/** One environment with as many services as asked for. */
const { count = 2 } = programOptions();
const environment = withServices(prod, count);
measureProgram((outdir) => {
  const app = new App({ outdir });
  addEnvironment(app, environment);
  return app;
});

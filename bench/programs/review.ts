import { estate } from "../../environments";
import { buildApp } from "../../stacks/build-app";
import { prepareStacks } from "../../stacks/prepare-stacks";
import { renderStackHcl } from "../../stacks/render-stack-hcl";
import { measureProgram } from "./measured-program";

/** Our four environments as HCL for review. */
measureProgram(
  (outdir) => buildApp(estate, { outdir }),
  (app) => prepareStacks(app).forEach(renderStackHcl),
);

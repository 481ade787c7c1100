import { estate } from "../../environments";
import { buildApp } from "../../stacks/build-app";
import { measureProgram } from "./measured-program";

/** Our four environments, as this library builds them. */
measureProgram((outdir) => buildApp(estate, { outdir }));

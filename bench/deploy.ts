import { bench } from "./bench";
import { measureDeploy } from "./goals/deploy";

/** `npm run bench:deploy`: the part of `npm run bench` about deploys without Terraform, goal 8. */
bench(process.argv.slice(2), { 8: measureDeploy });

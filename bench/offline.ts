import { bench } from "./bench";
import { measureOfflinePlan } from "./goals/offline-plan";

/** `npm run bench:offline`: the part of `npm run bench` that plans with the real terraform, goal 5. */
bench(process.argv.slice(2), { 5: measureOfflinePlan });

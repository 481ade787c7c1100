import { bench } from "./bench";
import { measureVerify } from "./goals/verify";

/** `npm run bench:verify`: the part of `npm run bench` about rules and reachability, goal 5. */
bench(process.argv.slice(2), { 5: measureVerify });

import { bench } from "./bench";
import { measureAgainstPlainL1 } from "./goals/against-plain-l1";
import { measureGrowth } from "./goals/growth";
import { measureOfflinePlan } from "./goals/offline-plan";
import { measurePackageIndex } from "./goals/package-index";
import { measureReviewFiles } from "./goals/review-files";
import { measureSynthCommand } from "./goals/synth-command";

/** `npm run bench [-- --quick] [-- --json] [-- --goal <number>]`: measures the goals of docs/performance.md. */
bench(process.argv.slice(2), {
  1: measureAgainstPlainL1,
  2: measureSynthCommand,
  3: measureGrowth,
  4: measureReviewFiles,
  5: measureOfflinePlan,
  7: measurePackageIndex,
});

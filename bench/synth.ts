import { bench } from "./bench";
import { measureAgainstPlainL1 } from "./goals/against-plain-l1";
import { measureDeploy } from "./goals/deploy";
import { measureGrowth } from "./goals/growth";
import { measureOfflinePlan } from "./goals/offline-plan";
import { measurePackageIndex } from "./goals/package-index";
import { measureReviewFiles } from "./goals/review-files";
import { measureSynthCommand } from "./goals/synth-command";
import { measureVerify } from "./goals/verify";

/** `npm run bench [-- --quick] [-- --json] [-- --goal <number>]`: measures the goals of docs/performance.md. */
bench(process.argv.slice(2), {
  1: measureAgainstPlainL1,
  2: measureSynthCommand,
  3: measureGrowth,
  4: measureReviewFiles,
  5: (runner, scale) => [...measureVerify(runner, scale), ...measureOfflinePlan(runner, scale)],
  7: measurePackageIndex,
  8: measureDeploy,
});

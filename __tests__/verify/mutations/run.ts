import { prepareProcess } from "../../../cli/prepare-process";
import { mutations } from "./mutations";
import { otherRules, placesOf, tryMutation } from "./try-mutation";

/**
 * `npm run mutations`: every mutation at every place of every environment. Tells what no rule caught, and what too many rules told.
 *
 * `MUTATIONS`: ids to try, separated by commas; all unless given.
 */
function sweep(wanted: string | undefined): boolean {
  const ids = wanted?.split(",");
  const tried = mutations.filter(({ id }) => !ids || ids.includes(id));
  let escapes = 0;
  let places = 0;
  for (const mutation of tried) {
    const outcomes = placesOf(mutation).map((place) => tryMutation(mutation, place));
    const others = otherRules(mutation, outcomes);
    const escaped = outcomes.filter(({ caught }) => caught.length === 0);
    places += outcomes.length;
    escapes += escaped.length + (outcomes.length === 0 ? 1 : 0);
    say(`${mutation.id}: ${outcomes.length - escaped.length} of ${outcomes.length} by ${mutation.caughtBy}`);
    if (others.length > 0) say(`  also ${others.join(", ")}`);
    for (const { place, others: told } of escaped.slice(0, 2)) {
      say(`  ESCAPED at ${place.name}`);
      for (const { rule, place: at, must, got } of told) say(`    ${rule} ${at} ${must}, got ${got}`);
    }
  }
  say(`${tried.length} mutations at ${places} places, ${escapes} escaped`);
  return escapes === 0;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

prepareProcess(process.env);
process.exitCode = sweep(process.env["MUTATIONS"]) ? 0 : 1;

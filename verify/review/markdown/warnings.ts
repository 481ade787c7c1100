import { type Loss, type Report } from "../report";
import { type Refusal } from "../review-input";
import { code, prose } from "./escape";
import { count } from "./shorten";

/** More of them than this are counted. */
const most = 20;
const mostPlaces = 8;

/** What a reviewer must not miss: what would be lost, and what the guard refuses. */
export function warnings(report: Report): readonly string[] {
  const { losses, refusals } = report;
  const refusalOf = new Map(refusals.map((refusal) => [refusal.place, refusal]));
  const lost = losses.toSorted((a, b) => rank(a, refusalOf) - rank(b, refusalOf));
  const places = new Set(losses.map(({ place }) => place));
  const all = [
    ...grouped(lost.map((loss) => lossWarning(loss, refusalOf.get(loss.place)))),
    ...grouped(refusals.filter(({ place }) => !places.has(place)).map(refusalWarning)),
  ];
  const left = all.length - most;
  const why = refusedBecause(report);
  return [
    ...why,
    ...(why.length > 0 && all.length > 0 ? [""] : []),
    ...all.slice(0, most),
    ...(left > 0 ? [`- … and ${count(left)} more.`] : []),
  ];
}

/** Why the pipeline is red. */
function refusedBecause({ refusals, environments }: Report): readonly string[] {
  const errors = environments.reduce((sum, { newErrors }) => sum + newErrors, 0);
  const reasons = [
    ...(refusals.length > 0 ? ["by the plan guard"] : []),
    ...(errors > 0 ? [`for ${count(errors)} new ${errors === 1 ? "error" : "errors"} of rules`] : []),
  ];
  return reasons.length > 0 ? [`**Refused ${reasons.join(", and ")}.**`] : [];
}

/** A bullet: what it says first, the places that it says it of, and the rest. */
interface Warning {
  readonly first: string;
  readonly place: string;
  readonly rest: string;
}

/** What can be made up for: it comes after what cannot. */
const lessGrave: ReadonlySet<string> = new Set([
  "aws_cloudwatch_log_group",
  "aws_ecs_cluster",
  "aws_lb",
  "aws_subnet",
]);

function rank({ place, type }: Loss, refusals: ReadonlyMap<string, Refusal>): number {
  return (lessGrave.has(type) ? 2 : 0) + (refusals.has(place) ? 0 : 1);
}

function lossWarning({ place, what, action, forcedBy }: Loss, refusal: Refusal | undefined): Warning {
  const advice = refusal === undefined ? "" : ` ${prose(refusal.advice)}`;
  return { first: `**Would be lost: ${prose(what)}.** `, place, rest: `${fate(action, forcedBy)}.${advice}` };
}

function fate(action: Loss["action"], forcedBy: readonly string[]): string {
  if (action === "rename")
    return "another name without a `moved` block, so that Terraform destroys and creates";
  if (action === "destroy") return "destroyed";
  return `replaced, because ${forcedBy.map(code).join(", ")} cannot change in place`;
}

function refusalWarning({ place, why, advice }: Refusal): Warning {
  return { first: "", place, rest: `${prose(why)} ${prose(advice)}` };
}

/** The same is said once, of all the places. */
function grouped(warnings: readonly Warning[]): readonly string[] {
  const places = new Map<string, { readonly warning: Warning; readonly places: string[] }>();
  for (const warning of warnings) {
    const key = JSON.stringify([warning.first, warning.rest]);
    const known = places.get(key);
    if (known) known.places.push(warning.place);
    else places.set(key, { warning, places: [warning.place] });
  }
  return [...places.values()].map(({ warning: { first, rest }, places: all }) => {
    const shown = all.slice(0, mostPlaces).map(code).join(", ");
    const left = all.length - mostPlaces;
    return `- ${first}${shown}${left > 0 ? ` and ${count(left)} more` : ""}: ${rest}`;
  });
}

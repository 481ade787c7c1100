import { type Loss, type Report } from "../report";
import { type Refusal } from "../review-input";
import { code, prose } from "./escape";
import { count } from "./shorten";

/** More of them than this are counted. */
const most = 20;

/** What a reviewer must not miss: what would be lost, and what the guard refuses. */
export function warnings({ losses, refusals }: Report): readonly string[] {
  const lost = byGravity(losses, refusals).map((loss) => lossLine(loss, refusals));
  const places = new Set(losses.map(({ place }) => place));
  const others = refusals.filter(({ place }) => !places.has(place)).map(refusalLine);
  const all = [...lost, ...others];
  const left = all.length - most;
  return [
    ...(refusals.length > 0 ? ["**Refused by the plan guard.**", ""] : []),
    ...all.slice(0, most),
    ...(left > 0 ? [`- … and ${count(left)} more.`] : []),
  ];
}

/** What can be made up for: it comes after what cannot. */
const lessGrave: ReadonlySet<string> = new Set([
  "aws_cloudwatch_log_group",
  "aws_ecs_cluster",
  "aws_lb",
  "aws_subnet",
]);

/** What is refused first, what hurts least last. */
function byGravity(losses: readonly Loss[], refusals: readonly Refusal[]): readonly Loss[] {
  const refused = new Set(refusals.map(({ place }) => place));
  const rank = ({ place, type }: Loss) => (refused.has(place) ? 0 : lessGrave.has(type) ? 2 : 1);
  return losses.toSorted((a, b) => rank(a) - rank(b));
}

function lossLine({ place, what, action, forcedBy }: Loss, refusals: readonly Refusal[]): string {
  const refusal = refusals.find((one) => one.place === place);
  const advice = refusal === undefined ? "" : ` ${prose(refusal.advice)}`;
  return `- **Would be lost: ${prose(what)}.** ${code(place)} ${fate(action, forcedBy)}.${advice}`;
}

function fate(action: Loss["action"], forcedBy: readonly string[]): string {
  if (action === "rename") return "gets another name without a `moved` block: Terraform destroys and creates";
  if (action === "destroy") return "is destroyed";
  return `is replaced, because ${forcedBy.map(code).join(", ")} cannot change in place`;
}

function refusalLine({ place, why, advice }: Refusal): string {
  return `- ${code(place)} ${prose(why)} ${prose(advice)}`;
}

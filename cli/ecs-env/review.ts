import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { asObject } from "../../terraform/stacks/stack";
import { summarizePlan } from "../../terraform/summary/plan-summary";
import { findTarget } from "../../verify/comment/find-target";
import { compareSides } from "../../verify/compare/compare-sides";
import { type Comparison } from "../../verify/compare/comparison";
import { withPlans } from "../../verify/compare/with-plans";
import { type Prices, readPrices } from "../../verify/cost/price-file";
import { readEstate } from "../../verify/estate/read-estate";
import { type Finding } from "../../verify/findings/finding";
import { withWarnings } from "../../verify/findings/run-rules";
import { guardPlans } from "../../verify/guard/guard-plans";
import { checkLedger } from "../../verify/ledger/check-ledger";
import { ledgerFolder, readLedger } from "../../verify/ledger/ledger-folder";
import { gatherFacts } from "../../verify/review/gather-facts";
import { type Report } from "../../verify/review/report";
import { reviewReport } from "../../verify/review/review-report";
import { rules } from "../../verify/rules/rules";
import { ProgressLines } from "./progress";
import { type Base, readBase } from "./read-base";
import { type Command } from "./read-command";
import { readPlans } from "./read-plans";
import { giveReview } from "./review-answer";
import { missing, projectOf, readableStacks, type VerifiedProject } from "./verified-project";

/** `ecs-env review`. @returns 1 when the change must not be merged as it is. */
export async function review(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const { flags, values } = command;
  // Whatever is wrong with the call is said before the long part begins.
  const target = flags.has("post") ? findTarget(env, readText) : undefined;
  const prices = pricesIn(values["prices"]);
  const lines = new ProgressLines(process.stderr, flags.has("json"));
  const base = await readBase(command, env, (doing) => lines.update("review", doing));
  lines.update("review", "comparing it with the project as it is");
  const project = projectOf(await readableStacks(command, env), command, true);
  lines.clear();
  const { comparison, guard } = compared(base, project, values["plans"]);
  const { settings, today, estate } = project;
  const report = reviewReport({
    comparison,
    environments: gatherFacts({
      base: readEstate(base.stacks, settings.environments),
      head: estate,
      comparison,
      rules: withWarnings(rules, settings.warnings),
      waivers: settings.waivers,
      today,
      ledger: ledgerFindings(project, base),
      ...(prices && { prices }),
      ...(guard && { guard }),
    }),
  });
  await giveReview({ command, report, comparison, ...(target && { target }) });
  return isRefused(report) ? 1 : 0;
}

/** The comparison, with what plans say of it where they were given. */
function compared(
  base: Base,
  { stacks, estate }: VerifiedProject,
  folder: string | undefined,
): { readonly comparison: Comparison; readonly guard?: readonly Finding[] } {
  const comparison = compareSides(base.stacks, stacks);
  if (folder === undefined) return { comparison };
  const plans = readPlans(
    folder,
    stacks.map(({ name }) => name),
  );
  const summaries = [...plans].map(([stack, plan]) => [stack, summarizePlan(asObject(plan))] as const);
  return { comparison: withPlans(comparison, new Map(summaries)), guard: guardPlans(plans, estate) };
}

/** Nothing for a project that kept no ledger. What somebody deleted, lines or all of it, is still known from the base. */
function ledgerFindings({ root, estate }: VerifiedProject, base: Base): readonly Finding[] {
  const folder = join(root, ledgerFolder);
  if (!existsSync(folder) && base.ledger.size === 0) return [];
  const stacks = estate.environments.flatMap((environment) => environment.stacks);
  return checkLedger(stacks, readLedger(folder), base.ledger);
}

function pricesIn(path: string | undefined): Prices | undefined {
  if (path === undefined) return undefined;
  if (!existsSync(path)) throw missing("--prices", "file", path);
  return readPrices(readFileSync(path, "utf8"), path);
}

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** What must not happen: something is lost or opened, or a rule is newly broken. */
function isRefused({ refusals, sections }: Report): boolean {
  return (
    refusals.length > 0 ||
    sections.some(({ newFindings }) => newFindings.some(({ severity }) => severity === "error"))
  );
}

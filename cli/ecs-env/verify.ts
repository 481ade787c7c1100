import { existsSync } from "node:fs";
import { join } from "node:path";
import { codeQualityReport } from "../../verify/findings/code-quality-report";
import { jsonReport } from "../../verify/findings/json-report";
import { junitReport } from "../../verify/findings/junit-report";
import { type Estate } from "../../verify/estate/estate";
import { createReport, type Report } from "../../verify/findings/report";
import { resultsOf } from "../../verify/findings/results-of";
import { type RuleResult, runRules, withWarnings } from "../../verify/findings/run-rules";
import { sarifReport } from "../../verify/findings/sarif-report";
import { tableReport } from "../../verify/findings/table-report";
import { guardPlans } from "../../verify/guard/guard-plans";
import { guardRules } from "../../verify/guard/guard-rules";
import { ledgerFolder } from "../../verify/ledger/ledger-folder";
import { rules } from "../../verify/rules/rules";
import { ledgerResults } from "./ledger-results";
import { type Command } from "./read-command";
import { environmentNamed, verifiedProject } from "./verified-project";
import { readPlans } from "./read-plans";
import { styleOf } from "./terminal-style";
import { writeAnswer } from "./write-answer";

const formats: Readonly<Record<string, (report: Report) => string>> = {
  json: jsonReport,
  sarif: sarifReport,
  junit: junitReport,
  codequality: codeQualityReport,
};

/** `ecs-env verify`. @returns 1 when something must be mended. */
export async function verify(command: Command, env: NodeJS.ProcessEnv): Promise<number> {
  const { target, flags, values } = command;
  const project = await verifiedProject(command, env, target);
  const { root, estate, settings, today, locate } = project;
  const environments = target === undefined ? estate.environments : [environmentNamed(estate, target)];
  const stacks = environments.flatMap((environment) => environment.stacks);
  const results = [
    ...runRules({ environments }, withWarnings(rules, settings.warnings), {
      locate,
      showsTraces: Boolean(env["DEBUG"]),
    }),
    ...(values["plans"] === undefined ? [] : planResults(values["plans"], { environments })),
    // A project need not keep a ledger.
    ...(existsSync(join(root, ledgerFolder))
      ? ledgerResults(join(root, ledgerFolder), environments, target === undefined)
      : []),
  ];
  const report = createReport(results, settings.waivers, {
    today,
    ...(target !== undefined && { stacks: stacks.map(({ name }) => name) }),
  });
  const format = flags.has("json") ? jsonReport : formats[values["format"] ?? ""];
  writeAnswer(format ? format(report) : tableReport(report, styleOf(command, env)), values["output"]);
  return report.counts.errors > 0 ? 1 : 0;
}

function planResults(folder: string, estate: Estate): readonly RuleResult[] {
  const stacks = estate.environments.flatMap((environment) => environment.stacks);
  const plans = readPlans(
    folder,
    stacks.map(({ name }) => name),
  );
  const names = estate.environments.map(({ name }) => name);
  return resultsOf(guardRules, names, guardPlans(plans, estate));
}

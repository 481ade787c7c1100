import { ConfigError } from "../../problems/config-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { asObject } from "../../terraform/stacks/stack";
import { type PlanSummary, summarizePlan } from "../../terraform/summary/plan-summary";
import { type Estate } from "../estate/estate";
import { type StackFiles } from "../estate/stack-files";
import { differencesOf } from "./plan-configuration";

type Json = Readonly<Record<string, unknown>>;

/** A plan that belongs to the synthesized files of its stack. */
export interface StackPlan {
  readonly stack: StackFiles;
  /** What `terraform show -json` says of it; holds secrets. */
  readonly json: Json;
  readonly summary: PlanSummary;
}

/**
 * Reads plans by the names of their stacks.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 * @throws ConfigError with every plan that is no whole plan of these files.
 */
export function readPlans(plans: ReadonlyMap<string, unknown>, estate: Estate): readonly StackPlan[] {
  const stacks = estate.environments.flatMap((environment) => environment.stacks);
  const problems: Problem[] = [];
  const read = [...plans].flatMap(([name, given]) => {
    const stack = stacks.find((one) => one.name === name);
    const json = asObject(given);
    const problem = stack === undefined ? noStack(name, stacks) : problemOf(name, json, stack, stacks);
    if (problem) problems.push(problem);
    return stack === undefined || problem ? [] : [{ stack, json, summary: summarizePlan(json) }];
  });
  if (problems.length > 0) throw new ConfigError("plans", problems);
  return read;
}

function noStack(where: string, stacks: readonly StackFiles[]): Problem {
  const names = stacks.map(({ name }) => name).join(", ");
  return { where, must: "must be the plan of a stack", got: "no such stack", advice: `There are ${names}.` };
}

function problemOf(
  where: string,
  json: Json,
  stack: StackFiles,
  stacks: readonly StackFiles[],
): Problem | undefined {
  const version = json["format_version"];
  if (typeof version !== "string" || !("planned_values" in json)) {
    return {
      where,
      must: "must be what terraform show -json says of a plan",
      got: typeof version === "string" ? "the JSON of a state" : "something else",
      advice: "Write it with: terraform plan -out=plan && terraform show -json plan.",
    };
  }
  if (!version.startsWith("1.")) {
    return {
      where,
      must: "must have the format 1.x",
      got: formatGiven(version),
      advice: "Use a Terraform from 1.1 on, or a newer version of this tool.",
    };
  }
  if (json["errored"] === true) {
    const advice = "Mend what terraform plan says and plan again.";
    return { where, must: "must be a plan that succeeded", got: "one that ended with an error", advice };
  }
  if (json["complete"] === false) {
    const advice = "Plan again without -target and without deferred changes.";
    return { where, must: "must be a plan of the whole stack", got: "a plan of a part", advice };
  }
  return foreign(where, json, stack, stacks);
}

/** A plan of another stack, or of other files than those that are checked. */
function foreign(
  where: string,
  json: Json,
  stack: StackFiles,
  stacks: readonly StackFiles[],
): Problem | undefined {
  const differences = differencesOf(json, stack);
  if (differences.length === 0) return undefined;
  const other = stacks.find((one) => differencesOf(json, one).length === 0);
  const shown = differences.slice(0, 3).join(", ");
  const more = differences.length > 3 ? ` and ${differences.length - 3} more` : "";
  return {
    where,
    must: "must be made from the synthesized files of its stack",
    got: other ? `the plan of ${other.name}` : `a plan of other files: ${shown}${more}`,
    advice: "Synthesize, plan again and check both together.",
  };
}

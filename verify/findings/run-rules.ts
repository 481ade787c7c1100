import { type EnvironmentFiles, type Estate } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { type Rule, type RuleDescription, type Severity, type Verdict } from "../rules/rule";
import { type Finding } from "./finding";
import { type Locate } from "./locate";

/** What a rule found in an environment. */
export interface RuleResult {
  readonly rule: RuleDescription;
  readonly environment: string;
  /** `not-applicable`: there is nothing such, or the rule is for production; `failed`: the rule itself threw. */
  readonly outcome: "checked" | "not-applicable" | "failed";
  /** How much it looked at: resources, mostly. */
  readonly checked: number;
  readonly findings: readonly Finding[];
}

export interface RunOptions {
  /** Finds the lines of a resource. */
  readonly locate?: Locate;
  /** Whether a rule that failed tells its stack trace instead of its message. */
  readonly showsTraces?: boolean;
}

/** Asks every rule about every environment. */
export function runRules(
  { environments }: Estate,
  rules: readonly Rule[],
  options: RunOptions = {},
): readonly RuleResult[] {
  return environments.flatMap((environment) => rules.map((rule) => runRule(environment, rule, options)));
}

/** The same rules, those that a project takes for advice as warnings. A rule that fails stays an error. */
export function withWarnings(
  rules: readonly Rule[],
  warnings: Readonly<Record<string, string>>,
): readonly Rule[] {
  const severity: Severity = "warning";
  return rules.map((rule) => (Object.hasOwn(warnings, rule.id) ? { ...rule, severity } : rule));
}

function runRule(environment: EnvironmentFiles, rule: Rule, options: RunOptions): RuleResult {
  const result = { rule, environment: environment.name, checked: 0, findings: [] };
  if (rule.onlyProduction && !environment.isProduction) return { ...result, outcome: "not-applicable" };
  try {
    const verdicts = rule.check(environment);
    return {
      ...result,
      outcome: verdicts.length === 0 ? "not-applicable" : "checked",
      checked: verdicts.length,
      findings: verdicts.flatMap((verdict) => finding(environment, rule, verdict, options)),
    };
  } catch (error) {
    return { ...result, outcome: "failed", findings: [failure(environment, rule, error, options)] };
  }
}

function finding(
  { name }: EnvironmentFiles,
  rule: Rule,
  { resource, problem }: Verdict,
  { locate }: RunOptions,
): Finding[] {
  if (!problem) return [];
  const { attribute, must, got, advice = rule.fix } = problem;
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      environment: name,
      ...placeOf(resource),
      ...(attribute !== undefined && { attribute }),
      must,
      got,
      advice,
      ...locate?.(resource.stack.stack, resource.address),
    },
  ];
}

function placeOf({ place, constructPath }: Resource): Pick<Finding, "place" | "constructPath"> {
  return { place, ...(constructPath !== undefined && { constructPath }) };
}

function failure({ name }: EnvironmentFiles, rule: Rule, error: unknown, options: RunOptions): Finding {
  const message = error instanceof Error ? error.message : String(error);
  const trace = error instanceof Error ? error.stack : undefined;
  return {
    rule: rule.id,
    severity: "error",
    environment: name,
    place: name,
    must: "must be checked to its end",
    got: `an error of the rule: ${(options.showsTraces ? trace : undefined) ?? message}`,
    advice: "Nobody knows whether it holds. Run again with DEBUG=1 for the stack trace and report it.",
    isFailure: true,
  };
}

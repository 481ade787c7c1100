import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../problems/config-error";
import { type Problem } from "../../problems/problem";

/**
 * Plans that `ecs-env plan --plans` or `terraform show -json` wrote, `<stack>.json` each, by the name of their stack.
 *
 * @throws ConfigError with everything that is no JSON, or when there is no plan at all.
 */
export function readPlans(folder: string, stacks: readonly string[]): ReadonlyMap<string, unknown> {
  const problems: Problem[] = [];
  const plans = new Map<string, unknown>();
  for (const name of stacks) {
    const path = join(folder, `${name}.json`);
    if (!existsSync(path)) continue;
    try {
      plans.set(name, JSON.parse(readFileSync(path, "utf8")));
    } catch (error) {
      const got = error instanceof Error ? error.message : String(error);
      const advice = "Write it with: ecs-env plan --plans <folder>, or: terraform show -json <plan>.";
      problems.push({ where: path, must: "must be a plan as JSON", got, advice });
    }
  }
  if (plans.size === 0 && problems.length === 0) {
    const advice = "Write them with: ecs-env plan --plans <folder>.";
    const must = "must be a folder with <stack>.json of the stacks that are looked at";
    problems.push({ where: "--plans", must, got: folder, advice });
  }
  if (problems.length > 0) throw new ConfigError("plans", problems);
  const left = stacks.filter((name) => !plans.has(name));
  if (left.length > 0) console.error(`not guarded, for there is no plan of ${left.join(", ")}`);
  return plans;
}

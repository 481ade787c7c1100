import type { Construct } from "constructs";
import type { Deployer } from "../../contract/deployer";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven, type Problem } from "../../problems/problem";

/** What opens a trust policy further than it reads: wildcards, and IAM's own variables. */
const dangerous = /[*?\s]|\$\{/;

/** Refuses deployers whose names would let others in. */
export function checkDeployers(scope: Construct, deployers: readonly Deployer[]): void {
  const problems = deployers
    .flatMap((deployer, index) => textsOf(deployer, `deployers[${index}]`))
    .filter(([where, text]) => dangerous.test(where.endsWith(".tag") ? text.replaceAll("*", "") : text))
    .map(([where, text]): Problem => ({
      where,
      must: "must name exactly who deploys, without spaces, *, ? or ${",
      got: formatGiven(text),
      advice: "Write the name in full, once per branch; a * may stand in a tag only.",
    }));
  throwConstructProblems(scope.node.path, problems);
}

function textsOf(value: object, where: string): (readonly [where: string, text: string])[] {
  return Object.entries(value).flatMap(([key, field]: [string, unknown]) => {
    if (typeof field === "string") return [[`${where}.${key}`, field] as const];
    return typeof field === "object" && field !== null ? textsOf(field, `${where}.${key}`) : [];
  });
}

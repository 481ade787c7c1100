import { type Environment } from "../../../config/environment";
import { estate } from "../../../environments";
import { buildApp } from "../../../stacks/build-app";
import { prepareStacks } from "../../../stacks/prepare-stacks";
import { type Stack, type StackConfiguration } from "../../../terraform/stacks/stack";
import { readEstate } from "../../../verify/estate/read-estate";
import { compareSides } from "../../../verify/compare/compare-sides";
import { gatherFacts } from "../../../verify/review/gather-facts";
import { type EnvironmentReview } from "../../../verify/review/review-input";
import { type Report } from "../../../verify/review/report";
import { reviewReport } from "../../../verify/review/review-report";
import { type Waiver } from "../../../verify/settings/waiver";
import { rules } from "../../../verify/rules/rules";
import { ourStacks } from "../../support/verified";

/** One of this repository's environments. */
export function ours(name: string): Environment {
  const found = estate.environments.find((environment) => environment.name === name);
  if (found === undefined) throw new Error(`no environment ${name}`);
  return found;
}

/** This repository's stacks with some environments as given instead, synthesized as `cdktf synth` would. */
export function stacksWith(...environments: readonly Environment[]): readonly Stack[] {
  const names = environments.map(({ name }) => name);
  const all = estate.environments.map((one) => environments.find(({ name }) => name === one.name) ?? one);
  const added = environments.filter(({ name }) => estate.environments.every((one) => one.name !== name));
  const changed = { tooling: estate.tooling, environments: [...all, ...added] };
  const stacks = ["tooling", ...names].flatMap((only) => synthesize(buildApp(changed, { only })));
  const kept = ourStacks().map((stack) => stacks.find(({ name }) => name === stack.name) ?? stack);
  return [...kept, ...stacks.filter(({ name }) => kept.every((stack) => stack.name !== name))];
}

function synthesize(app: ReturnType<typeof buildApp>): readonly Stack[] {
  return prepareStacks(app).map((stack): Stack => {
    const configuration: StackConfiguration = JSON.parse(JSON.stringify(stack.toTerraform()));
    const name = stack.node.id;
    return { name, folder: `/cdktf.out/stacks/${name}`, dependencies: [], configuration };
  });
}

/** The report of a change of this repository's environments, judged by every rule. */
export function reportOf(
  head: readonly Stack[],
  facts: Readonly<Record<string, EnvironmentReview>> = {},
  waivers: readonly Waiver[] = [],
): Report {
  const base = ourStacks();
  const comparison = compareSides(base, head);
  const found = gatherFacts({
    base: readEstate(base),
    head: readEstate(head),
    comparison,
    rules,
    waivers,
    today: "2026-01-01",
  });
  // Pictures have tests of their own; here they would hide the text.
  const environments = Object.entries(found).map(([name, one]): [string, EnvironmentReview] => {
    const { picture, ...others } = { ...one, ...facts[name] };
    return [
      name,
      facts[name]?.picture === picture && picture !== undefined ? { ...others, picture } : others,
    ];
  });
  return reviewReport({ comparison, environments: Object.fromEntries(environments) });
}

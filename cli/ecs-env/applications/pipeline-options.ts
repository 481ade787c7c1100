import type { Estate } from "../../../config/environment";
import { type Dialect, dialects } from "../../../pipelines/dialect";
import { type PipelineKind } from "../../../pipelines/model/pipeline";
import {
  flows,
  type PipelineEnvironment,
  type PipelineOptions,
  targetSources,
} from "../../../pipelines/options";
import { ConfigError } from "../../../problems/config-error";
import { alternatives, didYouMean } from "../../../problems/did-you-mean";
import { formatGiven, type Problem } from "../../../problems/problem";
import { type Command } from "../read-command";
import { type PipelineProject } from "./pipeline-project";

const kinds = ["application", "infrastructure", "both"] as const;

/** What to write, and for which CI. @throws ConfigError with everything that is wrong. */
export function readPipelineOptions(
  command: Command,
  project: PipelineProject,
): { readonly dialect: Dialect; readonly options: PipelineOptions } {
  const { values } = command;
  const [what, ci] = command.arguments;
  const dialect = oneOf("argument", ci, dialects, undefined);
  const kind = oneOf("--kind", values["kind"], kinds, "application");
  const flow = oneOf("--flow", values["flow"], flows, "simple");
  const targets = oneOf("--targets", values["targets"], targetSources, "ssm");
  const environments = environmentsOf(values["environments"], project.estate);
  const services = servicesOf(values["services"], project.estate);
  const approve = approvedOf(values["approve"], environments, project.estate);
  const problems = [
    ...(what === "pipeline" ? [] : [wrongSubject(what)]),
    ...[dialect, kind, flow, targets].flatMap(({ problem }) => (problem ? [problem] : [])),
    ...(kind.value !== "infrastructure" && services.length === 0 ? [noServices] : []),
    ...twice("--services", services),
    ...twice(
      "--environments",
      environments.map(({ name }) => name),
    ),
    ...unknownApproval(approve, environments, kind.value),
    ...(flow.value === "gitflow" && environments.length < 3 ? [tooFew(environments)] : []),
    ...(flow.value === "gitflow" && values["branch"] !== undefined
      ? [branchOfGitflow(values["branch"])]
      : []),
    ...wrongBranch(values["branch"]),
    ...(kind.value === "both" && dialect.value === "bitbucket" ? [bothInBitbucket] : []),
  ];
  if (problems.length > 0) throw new ConfigError("ecs-env init pipeline", problems);
  const vault = project.estate?.environments.find((one) => one.vault !== undefined)?.vault;
  const options: PipelineOptions = {
    kinds: kindsOf(kind.value),
    services,
    environments,
    tooling: toolingOf(project.estate),
    approve,
    flow: flow.value,
    branch: values["branch"] ?? "main",
    targets: targets.value,
    vault: {
      ...(vault && { address: vault.address }),
      ...(vault?.namespace !== undefined && { namespace: vault.namespace }),
      mount: vault?.mount ?? "secret",
      path: vault?.path ?? "delivery",
    },
    package: project.package,
  };
  return { dialect: dialect.value, options };
}

interface Choice<Word> {
  readonly value: Word;
  readonly problem?: Problem;
}

/** The one of a few words that was given. Where there is a problem, the value means nothing. */
function oneOf<Word extends string>(
  where: string,
  given: string | undefined,
  words: readonly [Word, ...Word[]],
  preset: Word | undefined,
): Choice<Word> {
  const found = given === undefined ? preset : words.find((word) => word === given);
  if (found !== undefined) return { value: found };
  const advice = given === undefined ? `Write for example ${words[0]}.` : didYouMean(given, words);
  const problem = { where, must: `must be ${alternatives(words)}`, got: formatGiven(given), advice };
  return { value: words[0], problem };
}

function kindsOf(kind: (typeof kinds)[number]): readonly PipelineKind[] {
  return kind === "both" ? ["application", "infrastructure"] : [kind];
}

function environmentsOf(
  given: string | undefined,
  estate: Estate | undefined,
): readonly PipelineEnvironment[] {
  const known = (estate?.environments ?? []).map(({ name, account, region }) => ({ name, account, region }));
  if (given === undefined && known.length > 0) return known;
  const names = (given ?? "dev,sit,uat,prod").split(",");
  return names.map((name) => known.find((one) => one.name === name) ?? { name });
}

function servicesOf(given: string | undefined, estate: Estate | undefined): readonly string[] {
  if (given !== undefined) return given.split(",");
  const names = (estate?.environments ?? []).flatMap(({ services }) => Object.keys(services));
  return [...new Set(names)].sort();
}

function approvedOf(
  given: string | undefined,
  environments: readonly PipelineEnvironment[],
  estate: Estate | undefined,
): readonly string[] {
  if (given !== undefined) return given.split(",");
  const production = (estate?.environments ?? []).filter((one) => one.production).map(({ name }) => name);
  const names = environments.map(({ name }) => name);
  const found = names.filter((name) => production.includes(name));
  return found.length > 0 ? found : names.slice(-1);
}

function toolingOf(estate: Estate | undefined): PipelineEnvironment {
  if (!estate) return { name: "tooling" };
  const { account, region } = estate.tooling;
  return { name: "tooling", account, region };
}

function wrongSubject(given: string | undefined): Problem {
  const advice = "Write: ecs-env init pipeline <gitlab | bitbucket | github>.";
  return { where: "argument", must: "must be pipeline", got: formatGiven(given), advice };
}

const noServices: Problem = {
  where: "--services",
  must: "must name the services of this repository",
  got: "nothing",
  advice: "Write for example --services orders,payments, with the names of your environment files.",
};

const bothInBitbucket: Problem = {
  where: "--kind",
  must: "must be application or infrastructure: Bitbucket has one pipeline for a branch, and ours never wait for each other",
  got: '"both"',
  advice: "Give each a repository, or write one into --folder elsewhere and merge them by hand.",
};

function twice(where: string, names: readonly string[]): Problem[] {
  const found = names.find((name, index) => names.indexOf(name) < index);
  if (found === undefined) return [];
  return [
    { where, must: "must name each once", got: formatGiven(found), advice: "Leave the second one out." },
  ];
}

function unknownApproval(
  approve: readonly string[],
  environments: readonly PipelineEnvironment[],
  kind: (typeof kinds)[number],
): Problem[] {
  const names = [...environments.map(({ name }) => name), ...(kind === "application" ? [] : ["tooling"])];
  return approve
    .filter((name) => !names.includes(name))
    .map((name) => ({
      where: "--approve",
      must: "must name environments of this pipeline",
      got: formatGiven(name),
      advice: didYouMean(name, names),
    }));
}

function tooFew(environments: readonly PipelineEnvironment[]): Problem {
  return {
    where: "--flow",
    must: "must have three environments or more with gitflow: one for develop, one for releases, one for tags",
    got: environments.map(({ name }) => name).join(","),
    advice: "Use --flow simple, or name more --environments.",
  };
}

function branchOfGitflow(given: string): Problem {
  const advice = "Leave --branch out: GitFlow delivers develop, release/*, hotfix/* and tags.";
  return {
    where: "--branch",
    must: "must not be given with --flow gitflow",
    got: formatGiven(given),
    advice,
  };
}

/** It goes into conditions of three CIs as it is. */
function wrongBranch(given: string | undefined): Problem[] {
  if (given === undefined || /^[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(given)) return [];
  const must = "must be one branch of letters, digits, dots, slashes, underscores and hyphens";
  return [{ where: "--branch", must, got: formatGiven(given), advice: "Write for example --branch main." }];
}

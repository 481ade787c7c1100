import {
  type GivenVariable,
  type Job,
  type Pipeline,
  type Runtime,
  type Setting,
  type Stage,
} from "../model/pipeline";
import { unknownSettings } from "../model/review-comment";
import { usedVariables } from "../shell/given-variables";
import { packages } from "../shell/images";
import { allJobs } from "../triggers";
import { type Entry, type Mapping, mapping, writeYaml } from "../yaml/nodes";
import { ruleOf } from "./rules";
import { imageOf } from "./image";
import { idTokens, signIn } from "./sign-in";

/** One file for a pipeline of its own. @see https://docs.gitlab.com/ci/yaml/ */
export function renderGitlab(pipeline: Pipeline): string {
  return writeYaml(pipeline.about, mapping(stagesOf([pipeline]), ...bodyOf(pipeline)));
}

/** A file that another one includes: GitLab takes the stages from one place only. */
export function renderGitlabPart(pipeline: Pipeline): string {
  return writeYaml(pipeline.about, mapping(...bodyOf(pipeline)));
}

/** The file that includes the others. */
export function renderGitlabRoot(pipelines: readonly Pipeline[], files: readonly string[]): string {
  const include = files.map((file) => mapping({ key: "local", value: file }));
  return writeYaml(
    ["Both pipelines of this repository; they never wait for each other."],
    mapping(stagesOf(pipelines), { key: "include", value: include, isApart: true }),
  );
}

function stagesOf(pipelines: readonly Pipeline[]): Entry {
  const names = pipelines.flatMap(({ stages }) => stages.map(({ name }) => name));
  return { key: "stages", value: names };
}

function bodyOf(pipeline: Pipeline): readonly (Entry | undefined)[] {
  const unknown = unknownSettings(pipeline, "gitlab");
  return [
    {
      key: "variables",
      isApart: true,
      ...(unknown.length > 0 && { comment: toBeSet(unknown) }),
      value: mapping(
        ...usedVariables(allJobs(pipeline)).map((key) => ({ key, value: given[key] })),
        ...pipeline.settings.map(settingOf),
      ),
    },
    ...shared(allJobs(pipeline)),
    ...pipeline.stages.flatMap((stage) => jobsOf(stage)),
  ];
}

const given: Readonly<Record<GivenVariable, string>> = {
  COMMIT: "$CI_COMMIT_SHA",
  BASE_BRANCH: "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
  FORGE: "gitlab",
};

function toBeSet(settings: readonly Setting[]): readonly string[] {
  return [
    "Set these in Settings → CI/CD → Variables:",
    ...settings.map(({ name, about }) => `  ${name}: ${about}`),
  ];
}

function settingOf({ name, value, about }: Setting): Entry | undefined {
  return value === undefined ? undefined : { key: name, value, comment: [about] };
}

function jobsOf({ name, about = [], jobs }: Stage): readonly Entry[] {
  return jobs.map((job, index) => ({
    key: job.name,
    isApart: true,
    comment: [...(index === 0 ? about : []), ...(job.about ?? [])],
    value: jobOf(name, job),
  }));
}

/** Jobs that GitLab never runs by themselves: what several of ours have in common. */
function shared(jobs: readonly Job[]): readonly Entry[] {
  const firsts = jobs.filter(
    (job, index) =>
      isShared(job) && jobs.findIndex((one) => isShared(one) && one.runtime === job.runtime) === index,
  );
  return firsts.map((job) => ({
    key: bases[job.runtime],
    isApart: true,
    value: mapping(...basis(job)),
  }));
}

function isShared({ tokens, runtime }: Job): boolean {
  return tokens.length > 0 && runtime !== "docker";
}

function basis({ runtime, tokens }: Job): readonly Entry[] {
  const before = [...packages[runtime], ...signIn(tokens)];
  return [
    ...imageOf(runtime),
    ...idTokens(tokens),
    ...(before.length > 0 ? [{ key: "before_script", value: before }] : []),
  ];
}

const bases: Readonly<Record<Runtime, string>> = {
  node: ".deploy",
  docker: ".build",
  terraform: ".terraform",
};

function jobOf(stage: string, job: Job): Mapping {
  const variables = Object.entries({
    ...job.variables,
    ...(job.wholeHistory && { GIT_DEPTH: "0" }),
    // Lets the Docker client find the service beside it.
    ...(job.runtime === "docker" && { DOCKER_TLS_CERTDIR: "/certs" }),
  });
  return mapping(
    { key: "stage", value: stage },
    ...(isShared(job) ? [{ key: "extends", value: bases[job.runtime] }] : basis(job)),
    { key: "rules", value: job.on.map((trigger) => ruleOf(trigger, job)) },
    { key: "needs", value: job.needs, isInline: true },
    job.environment === undefined
      ? undefined
      : { key: "environment", value: mapping({ key: "name", value: job.environment }) },
    job.lock === undefined ? undefined : { key: "resource_group", value: job.lock },
    variables.length === 0
      ? undefined
      : { key: "variables", value: mapping(...variables.map(([key, value]) => ({ key, value }))) },
    { key: "script", value: job.script },
    ...artifacts(job),
  );
}

/** Encrypted all the same: whoever administers the project can read artifacts. */
function artifacts({ keeps }: Job): readonly Entry[] {
  if (!keeps) return [];
  const value = mapping(
    { key: "paths", value: keeps },
    { key: "access", value: "none" },
    { key: "expire_in", value: "1 day" },
  );
  return [{ key: "artifacts", value }];
}

import { type GivenVariable, type Job, type Pipeline, type Setting } from "../model/pipeline";
import { posts } from "../model/review-comment";
import { usedVariables } from "../shell/given-variables";
import { images } from "../shell/images";
import { allJobs } from "../triggers";
import { type Entry, type Mapping, mapping, writeYaml } from "../yaml/nodes";
import { conditionOf, eventsOf } from "./conditions";
import { stepsOf } from "./steps";

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export function renderGithub(pipeline: Pipeline): string {
  const unknown = pipeline.settings.filter(({ value }) => value === undefined);
  return writeYaml(
    [
      ...pipeline.about,
      "Actions are pinned by their major version; the hash of a commit would pin them harder.",
    ],
    mapping(
      { key: "name", value: pipeline.kind },
      { key: "on", value: eventsOf(pipeline) },
      { key: "permissions", value: mapping({ key: "contents", value: "read" }) },
      {
        key: "env",
        isApart: true,
        ...(unknown.length > 0 && { comment: [whereToSet(unknown)] }),
        value: mapping(
          ...usedVariables(allJobs(pipeline)).map((key) => ({ key, value: given[key] })),
          ...pipeline.settings.filter(({ isSecret }) => !isSecret).map(settingOf),
        ),
      },
      { key: "jobs", value: mapping(...jobsOf(pipeline)), isApart: true },
    ),
  );
}

function whereToSet(unknown: readonly Setting[]): string {
  const where = "Settings → Secrets and variables → Actions";
  return unknown.some(({ isSecret }) => isSecret)
    ? `Set what says vars., and the secret PLAN_PASSPHRASE, in ${where}.`
    : `Set what says vars. in ${where} → Variables.`;
}

function settingOf({ name, value, about }: Setting): Entry {
  return { key: name, value: value ?? `\${{ vars.${name} }}`, comment: [about] };
}

const given: Readonly<Record<GivenVariable, string>> = {
  COMMIT: "${{ github.sha }}",
  BASE_BRANCH: "${{ github.base_ref }}",
  FORGE: "github",
};

function jobsOf({ stages, settings }: Pipeline): readonly Entry[] {
  return stages.flatMap(({ about = [], jobs }, stage) =>
    jobs.map((job, index) => ({
      key: job.name,
      isApart: stage > 0 || index > 0,
      comment: [...(index === 0 ? about : []), ...(job.about ?? [])],
      value: jobOf(job, settings),
    })),
  );
}

function jobOf(job: Job, settings: readonly Setting[]): Mapping {
  return mapping(
    conditionOf(job),
    job.needs.length === 0 ? undefined : { key: "needs", value: job.needs, isInline: true },
    { key: "runs-on", value: "ubuntu-latest" },
    job.runtime === "terraform" ? { key: "container", value: images.terraform } : undefined,
    job.environment === undefined
      ? undefined
      : {
          key: "environment",
          value: job.environment,
          ...(job.approval && {
            comment: ["Approval: required reviewers, in the settings of this environment."],
          }),
        },
    job.lock === undefined
      ? undefined
      : {
          key: "concurrency",
          value: mapping({ key: "group", value: job.lock }, { key: "cancel-in-progress", value: false }),
        },
    ...permissions(job),
    ...variables(job, settings),
    { key: "steps", value: stepsOf(job) },
  );
}

/** A job's permissions replace those of the file. */
function permissions(job: Job): readonly Entry[] {
  const own = [
    ...(job.tokens.length > 0 ? [{ key: "id-token", value: "write" }] : []),
    ...(job.approval ? [{ key: "actions", value: "read" }] : []),
    ...(posts(job) ? [{ key: "pull-requests", value: "write" }] : []),
  ];
  if (own.length === 0) return [];
  return [{ key: "permissions", value: mapping({ key: "contents", value: "read" }, ...own) }];
}

function variables(job: Job, settings: readonly Setting[]): readonly Entry[] {
  const text = job.script.join("\n");
  const secrets = settings.filter(({ isSecret, name }) => isSecret && text.includes(name));
  const own = [
    ...Object.entries(job.variables ?? {}),
    ...(job.byHand ? [["SERVICES", "${{ inputs.services }}"] as const] : []),
    ...secrets.map(({ name }) => [name, `\${{ secrets.${name} }}`] as const),
    ...(posts(job) ? [["GITHUB_TOKEN", "${{ github.token }}"] as const] : []),
  ];
  if (own.length === 0) return [];
  return [{ key: "env", value: mapping(...own.map(([key, value]) => ({ key, value }))) }];
}

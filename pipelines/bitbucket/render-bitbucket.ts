import { type Job, type Pipeline } from "../model/pipeline";
import { unknownSettings } from "../model/review-comment";
import {
  allJobs,
  namedBranches,
  namedTags,
  prefixOf,
  runsOn,
  runsOnAnyBranch,
  runsOnBranch,
} from "../triggers";
import { Anchor, type Entry, type Mapping, mapping, Reference, type Value, writeYaml } from "../yaml/nodes";
import { settingsScript, signIns } from "./scripts";
import { stepOf } from "./steps";

/**
 * Bitbucket has one list of steps for each branch; the steps themselves stand once, under `definitions`.
 *
 * @see https://support.atlassian.com/bitbucket-cloud/docs/bitbucket-pipelines-configuration-reference/
 */
export function renderBitbucket(pipeline: Pipeline): string {
  const unknown = unknownSettings(pipeline, "bitbucket");
  const set = unknown.map(({ name, about }) => `  ${name}: ${about}`);
  return writeYaml(
    [
      ...pipeline.about,
      ...(set.length > 0 ? ["", "Set these in Repository settings → Repository variables:", ...set] : []),
    ],
    mapping(
      { key: "definitions", value: definitions(pipeline) },
      { key: "pipelines", value: sections(pipeline), isApart: true },
    ),
  );
}

function definitions(pipeline: Pipeline): Mapping {
  const jobs = allJobs(pipeline);
  return mapping(
    {
      key: "scripts",
      value: [new Anchor("settings", settingsScript(pipeline)), ...signIns(jobs)],
    },
    {
      key: "steps",
      isApart: true,
      value: pipeline.stages.flatMap(({ about = [], jobs: parallel }) =>
        parallel.map((job, index) =>
          mapping({
            key: "step",
            value: new Anchor(job.name, stepOf(job)),
            comment: [...(index === 0 ? about : []), ...(job.about ?? [])],
          }),
        ),
      ),
    },
  );
}

function sections(pipeline: Pipeline): Mapping {
  const automatic = allJobs(pipeline).filter(({ byHand }) => !byHand);
  const byHand = allJobs(pipeline).filter((job) => job.byHand);
  const branches = namedBranches(automatic).map((branch) =>
    section(globOf(branch), pipeline, (job) => runsOnBranch(job, branch)),
  );
  const tags = namedTags(automatic).map((tag) => section(globOf(tag), pipeline, (job) => runsOn(job, "tag")));
  return mapping(
    section("default", pipeline, runsOnAnyBranch),
    group("branches", branches),
    group("tags", tags),
    group("pull-requests", [section("**", pipeline, (job) => runsOn(job, "merge-request"))]),
    group(
      "custom",
      byHand.map((job) => custom(job, pipeline)),
    ),
  );
}

/** Below a slash, `**` also stands for names with further ones. */
function globOf(name: string): string {
  return prefixOf(name)?.endsWith("/") ? `${name}*` : name;
}

function section(key: string, { stages }: Pipeline, runs: (job: Job) => boolean): Entry | undefined {
  const items = stages.flatMap(({ jobs }): Value[] => {
    const steps = jobs.filter((job) => !job.byHand && runs(job)).map(reference);
    return steps.length > 1 ? [mapping({ key: "parallel", value: steps })] : steps;
  });
  return items.length === 0 ? undefined : { key, value: items };
}

function group(key: string, entries: readonly (Entry | undefined)[]): Entry | undefined {
  return entries.some((entry) => entry !== undefined) ? { key, value: mapping(...entries) } : undefined;
}

/** What only a person starts, who may name other services. */
function custom(job: Job, { settings }: Pipeline): Entry {
  const services = settings.find(({ name }) => name === "SERVICES")?.value ?? "";
  const variable = mapping({ key: "name", value: "SERVICES" }, { key: "default", value: services });
  return { key: job.name, value: [mapping({ key: "variables", value: [variable] }), reference(job)] };
}

function reference({ name }: Job): Mapping {
  return mapping({ key: "step", value: new Reference(name) });
}

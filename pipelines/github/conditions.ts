import { anyBranch, type Job, type Pipeline, type Trigger } from "../model/pipeline";
import { allJobs, namedTags, prefixOf, runsOn } from "../triggers";
import { type Entry, type Mapping, mapping } from "../yaml/nodes";

/** What starts the workflow; each job then says for itself when it runs. @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#on */
export function eventsOf(pipeline: Pipeline): Mapping {
  const jobs = allJobs(pipeline);
  const byHand = jobs.filter((job) => job.byHand);
  return mapping(
    isSomeOn(jobs, "push") ? { key: "push", value: pushOf(jobs) } : undefined,
    isSomeOn(jobs, "merge-request") ? { key: "pull_request", value: mapping() } : undefined,
    byHand.length > 0 ? { key: "workflow_dispatch", value: inputs(pipeline, byHand) } : undefined,
  );
}

function isSomeOn(jobs: readonly Job[], event: Trigger["event"]): boolean {
  return jobs.some((job) => runsOn(job, event));
}

function pushOf(jobs: readonly Job[]): Mapping {
  const tags = namedTags(jobs);
  const isAny = jobs.some(({ on }) => on.some((one) => one.event === "push" && one.branch === anyBranch));
  const branches = jobs.flatMap(({ on }) => on.flatMap((one) => (one.event === "push" ? [one.branch] : [])));
  return mapping(
    { key: "branches", value: isAny ? ["**"] : [...new Set(branches)], isInline: true },
    tags.length > 0 ? { key: "tags", value: tags, isInline: true } : undefined,
  );
}

/** What a person fills in to start a job by hand. */
function inputs({ settings }: Pipeline, byHand: readonly Job[]): Mapping {
  const services = settings.find(({ name }) => name === "SERVICES")?.value ?? "";
  return mapping({
    key: "inputs",
    value: mapping(
      {
        key: "job",
        value: mapping(
          { key: "description", value: "What to do" },
          { key: "type", value: "choice" },
          { key: "required", value: true },
          { key: "options", value: byHand.map(({ name }) => name), isInline: true },
        ),
      },
      {
        key: "services",
        value: mapping(
          { key: "description", value: "Services, with spaces between them" },
          { key: "default", value: services },
        ),
      },
    ),
  });
}

export function conditionOf(job: Job): Entry {
  const value = job.byHand
    ? `github.event_name == 'workflow_dispatch' && inputs.job == '${job.name}'`
    : job.on.map((trigger) => (job.on.length > 1 ? `(${oneOf(trigger)})` : oneOf(trigger))).join(" || ");
  return { key: "if", value };
}

function oneOf(trigger: Trigger): string {
  if (trigger.event === "merge-request") return "github.event_name == 'pull_request'";
  const ref =
    trigger.event === "tag"
      ? matching("refs/tags/", trigger.tag)
      : trigger.branch === anyBranch
        ? "github.ref_type == 'branch'"
        : matching("refs/heads/", trigger.branch);
  return `github.event_name == 'push' && ${ref}`;
}

function matching(kind: string, name: string): string {
  const prefix = prefixOf(name);
  return prefix === undefined
    ? `github.ref == '${kind}${name}'`
    : `startsWith(github.ref, '${kind}${prefix}')`;
}

import { anyBranch, type Job, type Pipeline, type Trigger } from "./model/pipeline";

export function allJobs({ stages }: Pipeline): readonly Job[] {
  return stages.flatMap(({ jobs }) => jobs);
}

/** `release/*` → `release/`; undefined when the name is meant exactly. */
export function prefixOf(name: string): string | undefined {
  return name.endsWith("*") ? name.slice(0, -1) : undefined;
}

/** Branches that some job names, without "any". */
export function namedBranches(jobs: readonly Job[]): readonly string[] {
  return unique(jobs.flatMap(({ on }) => on.flatMap(branchesOf)));
}

export function namedTags(jobs: readonly Job[]): readonly string[] {
  return unique(
    jobs.flatMap(({ on }) => on.flatMap((trigger) => (trigger.event === "tag" ? [trigger.tag] : []))),
  );
}

/** Whether a job runs on a push to what `branch` names, which may be a pattern. */
export function runsOnBranch(job: Job, branch: string): boolean {
  return job.on.some(
    (trigger) => trigger.event === "push" && (trigger.branch === anyBranch || trigger.branch === branch),
  );
}

/** Whether it runs on a push to a branch that nothing else names. */
export function runsOnAnyBranch(job: Job): boolean {
  return runsOnBranch(job, anyBranch);
}

export function runsOn(job: Job, event: Trigger["event"]): boolean {
  return job.on.some((trigger) => trigger.event === event);
}

function branchesOf(trigger: Trigger): string[] {
  return trigger.event === "push" && trigger.branch !== anyBranch ? [trigger.branch] : [];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}

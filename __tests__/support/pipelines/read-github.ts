import { parse } from "yaml";
import {
  type Event,
  fitsGlob,
  inWaves,
  listOf,
  lockOf,
  mapOf,
  optional,
  type ReadJob,
  type ReadPipeline,
  textMapOf,
  textsOf,
  without,
  type Yaml,
} from "./read-pipeline";

/** @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export function readGithub(text: string): ReadPipeline {
  const file = mapOf(parse(text));
  const jobs = Object.entries(mapOf(file["jobs"])).map(([name, job]) => ({ name, job: mapOf(job) }));
  const variables = textMapOf(file["env"]);
  const runningOn = (context: Context) => jobs.filter(({ job }) => holds(String(job["if"]), context));
  const inputs = mapOf(mapOf(mapOf(file["on"])["workflow_dispatch"])["inputs"]);
  return {
    settings: Object.fromEntries(Object.entries(variables).filter(([, value]) => !value.startsWith("${{"))),
    jobsOn: (event) =>
      starts(event, mapOf(file["on"]))
        ? inWaves(
            runningOn(contextOf(event)),
            ({ name }) => name,
            ({ job }) => textsOf(job["needs"]),
          ).map((wave) => wave.map(({ name, job }) => readJob(name, job)))
        : [],
    byHand: () =>
      textsOf(mapOf(inputs["job"])["options"]).flatMap((job) =>
        runningOn({ event_name: "workflow_dispatch", ref: "refs/heads/main", ref_type: "branch", job }).map(
          (one) => readJob(one.name, one.job),
        ),
      ),
    runnable: (name) => {
      const found = jobs.find((one) => one.name === name);
      if (!found) throw new Error(`no job ${name}`);
      const steps = listOf(found.job["steps"]).map(mapOf);
      return {
        name,
        shells: steps.flatMap((step) => (step["run"] === undefined ? [] : [String(step["run"])])),
        variables: { ...variables, ...textMapOf(found.job["env"]) },
      };
    },
  };
}

interface Context {
  readonly event_name: string;
  readonly ref: string;
  readonly ref_type: string;
  /** Input of a run that a person starts. */
  readonly job?: string;
}

function contextOf(event: Event): Context {
  if ("push" in event) return { event_name: "push", ref: `refs/heads/${event.push}`, ref_type: "branch" };
  if ("tag" in event) return { event_name: "push", ref: `refs/tags/${event.tag}`, ref_type: "tag" };
  return { event_name: "pull_request", ref: "refs/pull/1/merge", ref_type: "branch" };
}

function starts(event: Event, on: Yaml): boolean {
  const push = mapOf(on["push"]);
  if ("push" in event) return textsOf(push["branches"]).some((glob) => fitsGlob(glob, event.push));
  if ("tag" in event) return textsOf(push["tags"]).some((glob) => fitsGlob(glob, event.tag));
  return "pull_request" in on;
}

/** GitHub's expressions, as far as we write them, are JavaScript's. */
function holds(condition: string, { job, ...github }: Context): boolean {
  const evaluate = new Function("github", "inputs", "startsWith", `return ${condition};`);
  return evaluate(github, { job }, (text: string, start: string) => text.startsWith(start));
}

/** How a job signs in again is the CI's own, like the steps that sign it in. */
const newestToken = 'VAULT_ID_TOKEN=$(cat "$RUNNER_TEMP/vault-token") ';

function readJob(name: string, job: Yaml): ReadJob {
  const steps = listOf(job["steps"]).map(mapOf);
  const scripts = steps.filter((step) => step["run"] !== undefined);
  const approval = scripts.find((step) => String(step["run"]).includes("/approvals"));
  const uploads = steps.filter((step) => String(step["uses"]).startsWith("actions/upload-artifact"));
  return {
    name,
    commands: scripts
      .filter((step) => step["name"] === undefined)
      .map((step) => String(step["run"]))
      .join("\n")
      .replaceAll(newestToken, ""),
    ...optional("environment", job["environment"]),
    ...lockOf(mapOf(job["concurrency"])["group"]),
    approval: approval !== undefined && String(approval["run"]).includes(String(job["environment"])),
    tokens: mapOf(job["permissions"])["id-token"] === "write" ? scripts.flatMap(audienceOf) : [],
    keeps: uploads.flatMap((step) => textsOf(mapOf(step["with"])["path"])),
    variables: without(textMapOf(job["env"]), "SERVICES", "PLAN_PASSPHRASE", "GITHUB_TOKEN"),
  };
}

function audienceOf(step: Yaml): readonly string[] {
  const script = String(step["run"]);
  if (!script.includes("ACTIONS_ID_TOKEN_REQUEST_URL")) return [];
  return [script.includes("VAULT_ID_TOKEN") ? "vault" : "aws"];
}

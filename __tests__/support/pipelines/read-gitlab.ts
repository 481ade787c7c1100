import { parse } from "yaml";
import {
  type Event,
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

const notJobs = ["stages", "variables", "include"];

/** @see https://docs.gitlab.com/ci/yaml/ */
export function readGitlab(text: string): ReadPipeline {
  const file = mapOf(parse(text));
  const jobs = Object.entries(file)
    .filter(([name]) => !name.startsWith(".") && !notJobs.includes(name))
    .map(([name, job]) => ({ name, job: extended(mapOf(job), file) }));
  const variables = textMapOf(file["variables"]);
  const named = (name: string) => {
    const found = jobs.find((one) => one.name === name);
    if (!found) throw new Error(`no job ${name}`);
    return found;
  };
  return {
    settings: Object.fromEntries(Object.entries(variables).filter(([, value]) => !value.startsWith("$CI_"))),
    jobsOn: (event) => {
      const running = jobs.filter(({ job }) => {
        const rule = ruleFor(event, job);
        return rule !== undefined && !isByHand(rule);
      });
      return inWaves(
        running,
        ({ name }) => name,
        ({ job }) => textsOf(job["needs"]),
      ).map((wave) => wave.map(({ name, job }) => readJob(name, job)));
    },
    byHand: () =>
      jobs
        .filter(({ job }) => listOf(job["rules"]).every((rule) => isByHand(mapOf(rule))))
        .map(({ name, job }) => readJob(name, job)),
    runnable: (name) => {
      const { job } = named(name);
      return {
        name,
        // One shell for all lines, as GitLab's runner has it.
        shells: [[...textsOf(job["before_script"]), ...textsOf(job["script"])].join("\n")],
        variables: { ...variables, ...textMapOf(job["variables"]) },
      };
    },
  };
}

function extended(job: Yaml, file: Yaml): Yaml {
  const base = job["extends"];
  return base === undefined ? job : { ...mapOf(file[String(base)]), ...job };
}

function readJob(name: string, job: Yaml): ReadJob {
  const rules = listOf(job["rules"]).map(mapOf);
  return {
    name,
    commands: textsOf(job["script"]).join("\n"),
    ...optional("environment", mapOf(job["environment"])["name"]),
    ...lockOf(job["resource_group"]),
    approval: rules.every((rule) => rule["when"] === "manual" && rule["allow_failure"] === false),
    tokens: Object.keys(mapOf(job["id_tokens"])).map((token) => token.replace("_ID_TOKEN", "").toLowerCase()),
    keeps: textsOf(mapOf(job["artifacts"])["paths"]),
    variables: without(textMapOf(job["variables"]), "GIT_DEPTH", "DOCKER_TLS_CERTDIR"),
  };
}

function isByHand(rule: Yaml): boolean {
  return rule["when"] === "manual" && rule["allow_failure"] === true;
}

function ruleFor(event: Event, job: Yaml): Yaml | undefined {
  const known = variablesOf(event);
  return listOf(job["rules"])
    .map(mapOf)
    .find((rule) => holds(String(rule["if"]), known));
}

function variablesOf(event: Event): Readonly<Record<string, string>> {
  if ("push" in event) return { CI_COMMIT_BRANCH: event.push, CI_PIPELINE_SOURCE: "push" };
  if ("tag" in event) return { CI_COMMIT_TAG: event.tag, CI_PIPELINE_SOURCE: "push" };
  return { CI_PIPELINE_SOURCE: "merge_request_event" };
}

/** The three forms of conditions that we write. */
function holds(condition: string, variables: Readonly<Record<string, string>>): boolean {
  const [, name = "", operator, operand = ""] = /^\$(\w+)(?: (==|=~) (.+))?$/.exec(condition) ?? [];
  const value = variables[name];
  if (name === "") throw new Error(`unknown condition: ${condition}`);
  if (operator === undefined) return value !== undefined;
  if (operator === "==") return operand === JSON.stringify(value);
  return value !== undefined && new RegExp(operand.slice(1, -1)).test(value);
}

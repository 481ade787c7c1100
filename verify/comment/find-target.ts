import { z } from "zod";
import { ConfigError } from "../../problems/config-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { forges } from "./forges";
import { type CommentTarget, type ForgeName } from "./target";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Text of a file; undefined when it cannot be read. */
export type ReadFile = (path: string) => string | undefined;

/**
 * Finds the merge request that the pipeline runs for, from the CI's own variables.
 *
 * | forge | variables of the CI | token, set by you |
 * | --- | --- | --- |
 * | GitLab | `CI_API_V4_URL`, `CI_MERGE_REQUEST_PROJECT_ID` or `CI_PROJECT_ID`, `CI_MERGE_REQUEST_IID` | `GITLAB_TOKEN` |
 * | GitHub | `GITHUB_API_URL`, `GITHUB_REPOSITORY`, `GITHUB_EVENT_PATH` or `GITHUB_REF` | `GITHUB_TOKEN` |
 * | Bitbucket Cloud | `BITBUCKET_WORKSPACE`, `BITBUCKET_REPO_SLUG`, `BITBUCKET_PR_ID` | `BITBUCKET_TOKEN` |
 *
 * `BITBUCKET_API_URL` replaces Bitbucket's address, for a proxy.
 *
 * @throws ConfigError that names every variable that is missing or wrong, and what the token must be allowed to do
 */
export function findTarget(env: Environment, readFile: ReadFile): CommentTarget {
  const forge = forgeOf(env);
  if (forge === undefined) {
    throw new ConfigError("environment variables", [
      {
        where: "CI",
        must: "must be a pipeline of GitLab, GitHub or Bitbucket Cloud",
        got: `none of ${signs.map(([name]) => name).join(", ")}`,
        advice: "Run this in the pipeline of a merge request, or set that pipeline's variables.",
      },
    ]);
  }
  const variables = new Variables(env);
  const target = { ...finders[forge](variables, readFile), forge, token: readToken(variables, forge) };
  if (variables.problems.length > 0)
    throw new ConfigError(`${forges[forge].title} pipeline`, variables.problems);
  return target;
}

/** Variables by which a pipeline is known; the first one that is set decides. */
const signs: readonly (readonly [string, ForgeName])[] = [
  ["GITLAB_CI", "gitlab"],
  ["GITHUB_ACTIONS", "github"],
  ["BITBUCKET_BUILD_NUMBER", "bitbucket"],
  ["CI_API_V4_URL", "gitlab"],
  ["GITHUB_REPOSITORY", "github"],
  ["BITBUCKET_WORKSPACE", "bitbucket"],
];

function forgeOf(env: Environment): ForgeName | undefined {
  return signs.find(([name]) => env[name])?.[1];
}

/** Reads variables and gathers what is wrong with them, so that all of it is told at once. */
class Variables {
  readonly problems: Problem[] = [];

  constructor(private readonly env: Environment) {}

  get(name: string): string | undefined {
    return this.env[name]?.trim() || undefined;
  }

  refuse(problem: Problem): string {
    this.problems.push(problem);
    return "";
  }

  need(name: string, form: RegExp, must: string, advice: string): string {
    const value = this.get(name);
    if (value !== undefined && form.test(value)) return value;
    return this.refuse({ where: name, must, got: formatGiven(value), advice });
  }

  address(name: string, fallback?: string): string {
    const value = this.get(name) ?? fallback;
    const url = value !== undefined && URL.canParse(value) ? new URL(value) : undefined;
    const must = "must be the http or https address of the forge's API, without a user in it";
    const advice = "The CI sets it; that of a proxy has the same form.";
    if (url?.username || url?.password)
      return this.refuse({ where: name, must, got: "one with a user", advice });
    if (url !== undefined && /^https?:$/.test(url.protocol))
      return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
    return this.refuse({ where: name, must, got: formatGiven(value), advice });
  }
}

type Found = Omit<CommentTarget, "forge" | "token">;

const finders: Readonly<Record<ForgeName, (variables: Variables, readFile: ReadFile) => Found>> = {
  gitlab: (variables) => {
    // In a fork's pipeline CI_PROJECT_ID is the fork; the merge request is in the other project.
    const target = variables.get("CI_MERGE_REQUEST_PROJECT_ID");
    const project = target === undefined ? "CI_PROJECT_ID" : "CI_MERGE_REQUEST_PROJECT_ID";
    const api = variables.address("CI_API_V4_URL");
    const repository = variables.need(
      project,
      /^[^\s?#]+$/,
      "must be the project's number",
      "GitLab sets it.",
    );
    const number = variables.need(
      "CI_MERGE_REQUEST_IID",
      aNumber,
      "must be the merge request's number",
      'Run the job for merge requests: rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }].',
    );
    const page = variables.get("CI_MERGE_REQUEST_PROJECT_URL") ?? variables.get("CI_PROJECT_URL");
    return {
      api,
      repository,
      number,
      page: page && `${page}/-/merge_requests/${number}`,
      job: variables.get("CI_JOB_URL"),
    };
  },

  github: (variables, readFile) => {
    const api = variables.address("GITHUB_API_URL", "https://api.github.com");
    const form = /^[\w.-]+\/[\w.-]+$/;
    const repository = variables.need("GITHUB_REPOSITORY", form, "must be owner/name", "GitHub sets it.");
    const number = pullRequestNumber(variables, readFile);
    const run = variables.get("GITHUB_RUN_ID");
    const server = variables.get("GITHUB_SERVER_URL") ?? "https://github.com";
    return { api, repository, number, job: run && `${server}/${repository}/actions/runs/${run}` };
  },

  bitbucket: (variables) => {
    const api = variables.address("BITBUCKET_API_URL", "https://api.bitbucket.org/2.0");
    const part = /^[^/\s]+$/;
    const workspace = variables.need(
      "BITBUCKET_WORKSPACE",
      part,
      "must be the workspace",
      "Bitbucket sets it.",
    );
    const name = variables.need(
      "BITBUCKET_REPO_SLUG",
      part,
      "must be the repository's slug",
      "Bitbucket sets it.",
    );
    const number = variables.need(
      "BITBUCKET_PR_ID",
      aNumber,
      "must be the pull request's number",
      "Run the step in the section pull-requests: of bitbucket-pipelines.yml.",
    );
    const repository = `${workspace}/${name}`;
    const build = variables.get("BITBUCKET_BUILD_NUMBER");
    return {
      api,
      repository,
      number,
      job: build && `https://bitbucket.org/${repository}/pipelines/results/${build}`,
    };
  },
};

const aNumber = /^[1-9]\d*$/;

const githubEvent = z.object({ pull_request: z.object({ number: z.number().int().positive() }) });

/** The event tells the number of every kind of pull request workflow, the ref only that of `pull_request`. */
function pullRequestNumber(variables: Variables, readFile: ReadFile): string {
  const path = variables.get("GITHUB_EVENT_PATH");
  const event = githubEvent.safeParse(readJson((path && readFile(path)) ?? ""));
  if (event.success) return String(event.data.pull_request.number);
  const ref = variables.get("GITHUB_REF");
  const [, number] = /^refs\/pull\/(\d+)\//.exec(ref ?? "") ?? [];
  if (number !== undefined) return number;
  return variables.refuse({
    where: "GITHUB_REF",
    must: "must be refs/pull/<number>/merge, or GITHUB_EVENT_PATH the event of a pull request",
    got: formatGiven(ref),
    advice: "Run the workflow on: pull_request.",
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The token, which no error shows. */
function readToken(variables: Variables, forge: ForgeName): string {
  const { tokenVariable: where, permission } = forges[forge];
  const token = variables.get(where);
  const jobToken = forge === "gitlab" ? variables.get("CI_JOB_TOKEN") : undefined;
  const must = "must be a token that can comment";
  if (jobToken !== undefined && (token ?? jobToken) === jobToken) {
    const advice = `GitLab does not let a job token write comments. ${permission}`;
    return variables.refuse({ where, must, got: "only CI_JOB_TOKEN", advice });
  }
  if (token === undefined) return variables.refuse({ where, must, got: "nothing", advice: permission });
  // Anything else cannot be a header, and fetch would print it in its error.
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  return variables.refuse({
    where,
    must,
    got: "one with spaces, line breaks or other signs in it",
    advice: permission,
  });
}

import { type Audience, type GivenVariable, type Job, type Pipeline } from "../model/pipeline";
import { usedVariables } from "../shell/given-variables";
import { tokenFile } from "../shell/token-file";
import { allJobs } from "../triggers";
import { Anchor } from "../yaml/nodes";

/** Bitbucket's file has no variables: every step sets them. A variable of the repository, or of the run, wins. */
export function settingsScript(pipeline: Pipeline): string {
  return [
    ...usedVariables(allJobs(pipeline)).map((name) => `export ${name}="${given[name]}"`),
    ...pipeline.settings.flatMap(({ name, value, about }) =>
      value === undefined ? [] : [`# ${about}`, `export ${name}="\${${name}:-${value}}"`],
    ),
  ].join("\n");
}

const given: Readonly<Record<GivenVariable, string>> = {
  COMMIT: "$BITBUCKET_COMMIT",
  BASE_BRANCH: "$BITBUCKET_PR_DESTINATION_BRANCH",
  FORGE: "bitbucket",
};

/** Scripts that show the step's token, for each who asks for one. */
export function signIns(jobs: readonly Job[]): readonly Anchor[] {
  const audiences = new Set(jobs.flatMap(({ tokens }) => tokens));
  return [...audiences].map((audience) => new Anchor(signInOf[audience], scripts[audience]));
}

export const signInOf: Readonly<Record<Audience, string>> = {
  aws: "token-for-aws",
  vault: "token-for-vault",
};

/** Bitbucket signs one token for all: its audience is the workspace. */
const scripts: Readonly<Record<Audience, string>> = {
  aws: tokenFile("$BITBUCKET_STEP_OIDC_TOKEN"),
  vault: 'export VAULT_ID_TOKEN="$BITBUCKET_STEP_OIDC_TOKEN"',
};

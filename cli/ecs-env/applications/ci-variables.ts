import type { Origin } from "../../../deploy/commands/delivery-request";
import { withoutUrlSecrets } from "../../../secrets/without-url-secrets";

type Variables = Readonly<Record<string, string | undefined>>;

/** Where a CI says which commit it builds, in which pipeline, and for whom: texts with variables in braces. */
interface Ci extends Required<Origin> {
  /** Variable that only this CI sets. */
  readonly marker: string;
}

/**
 * GitLab: https://docs.gitlab.com/ci/variables/predefined_variables/
 * GitHub: https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * Bitbucket: https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/
 * CodeBuild, also in CodePipeline: https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html
 */
const cis: readonly Ci[] = [
  {
    marker: "GITLAB_CI",
    commit: "{CI_COMMIT_SHA}",
    pipeline: "{CI_PIPELINE_URL}",
    person: "{GITLAB_USER_LOGIN}",
  },
  {
    marker: "GITHUB_ACTIONS",
    commit: "{GITHUB_SHA}",
    pipeline: "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/actions/runs/{GITHUB_RUN_ID}",
    // Who started this run, also when it repeats what somebody else pushed.
    person: "{GITHUB_TRIGGERING_ACTOR}",
  },
  {
    marker: "BITBUCKET_BUILD_NUMBER",
    commit: "{BITBUCKET_COMMIT}",
    pipeline: "{BITBUCKET_GIT_HTTP_ORIGIN}/pipelines/results/{BITBUCKET_BUILD_NUMBER}",
    person: "{BITBUCKET_STEP_TRIGGERER_UUID}",
  },
  {
    marker: "CODEBUILD_BUILD_ID",
    commit: "{CODEBUILD_RESOLVED_SOURCE_VERSION}",
    pipeline: "{CODEBUILD_BUILD_ID}",
    person: "{CODEBUILD_INITIATOR}",
  },
];

/** Who and what asks for a release: what the options say, else what the CI says. Everybody may read it, so that no token is part of it. */
export function originOf(options: Origin, env: Variables): Origin {
  const ci = cis.find(({ marker }) => isSet(env[marker]));
  const known = (["commit", "pipeline", "person"] as const).flatMap((part) => {
    const text = options[part] ?? (ci && filled(ci[part], env));
    return text === undefined ? [] : [[part, withoutUrlSecrets(text)] as const];
  });
  return Object.fromEntries(known);
}

/** Undefined when one of the variables is not set: half an address leads nowhere. */
function filled(text: string, env: Variables): string | undefined {
  const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  if (!names.every((name) => isSet(env[name]))) return undefined;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => env[name] ?? "");
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

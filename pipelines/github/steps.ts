import { type Audience, type Job } from "../model/pipeline";
import { packages } from "../shell/images";
import { type Mapping, mapping } from "../yaml/nodes";

/** @see https://docs.github.com/en/actions/reference/security/oidc */
export function stepsOf(job: Job): readonly Mapping[] {
  return [
    ...(job.approval ? [approved(job.environment ?? "")] : []),
    checkout(job),
    ...(job.runtime === "node" ? [node] : []),
    // Docker and the AWS CLI are in GitHub's own image.
    ...(job.runtime === "terraform" ? packages.terraform.map((line) => run("Install", line)) : []),
    ...(job.takesFrom ?? []).map(download),
    ...job.tokens.map((audience) => signIns[audience]),
    // Each step is a shell of its own: variables do not pass from one to the next.
    run(undefined, scriptOf(job)),
    ...(job.keeps ? [upload(job.name, job.keeps)] : []),
  ];
}

function run(name: string | undefined, script: string): Mapping {
  return mapping(name === undefined ? undefined : { key: "name", value: name }, {
    key: "run",
    value: script,
  });
}

/** Without required reviewers in the environment's settings, GitHub would not ask anybody. */
function approved(environment: string): Mapping {
  const path = "repos/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID/approvals";
  const query = `any(.[]; .state == "approved" and any(.environments[]; .name == "${environment}"))`;
  return mapping(
    { key: "name", value: "Somebody has approved" },
    {
      key: "run",
      value: [
        `[ "$(gh api "${path}" --jq '${query}')" = true ] \\`,
        `  || { echo "Nobody approved: add required reviewers to the environment ${environment}."; exit 1; }`,
      ].join("\n"),
    },
    { key: "env", value: mapping({ key: "GH_TOKEN", value: "${{ github.token }}" }) },
  );
}

function checkout({ wholeHistory, script }: Job): Mapping {
  const depth = wholeHistory ? 0 : script.join("\n").includes("HEAD^2") ? 2 : undefined;
  return mapping(
    { key: "uses", value: "actions/checkout@v4" },
    depth === undefined ? undefined : { key: "with", value: mapping({ key: "fetch-depth", value: depth }) },
  );
}

const node = mapping(
  { key: "uses", value: "actions/setup-node@v4" },
  { key: "with", value: mapping({ key: "node-version", value: 20 }) },
);

/** Twice in the five minutes that a token lives. */
const renewalSeconds = 120;

const signIns: Readonly<Record<Audience, Mapping>> = {
  aws: run(
    "Token for AWS",
    [
      ...renewed("aws-token", "sts.amazonaws.com"),
      'echo "AWS_WEB_IDENTITY_TOKEN_FILE=$file" >> "$GITHUB_ENV"',
    ].join("\n"),
  ),
  vault: run(
    "Token for Vault",
    [
      ...renewed("vault-token", "$VAULT_ADDR"),
      'token=$(cat "$file")',
      'echo "::add-mask::$token"',
      'echo "VAULT_ID_TOKEN=$token" >> "$GITHUB_ENV"',
    ].join("\n"),
  ),
};

function renewed(file: string, audience: string): readonly string[] {
  return [
    `file="$RUNNER_TEMP/${file}"`,
    "token() {",
    token(audience).replace(/^/gm, "  "),
    "}",
    'token > "$file"',
    "# A token is good for five minutes, a deployment takes longer: while the job runs, new ones replace it.",
    `(while sleep ${renewalSeconds} && [ -e "$file" ]; do token > "$file.new" && mv "$file.new" "$file"; done) > /dev/null 2>&1 &`,
  ];
}

/** AWS's token is read from its file each time; the one for Vault is a variable, which is old by the second service. */
function scriptOf({ script, tokens }: Job): string {
  const text = script.join("\n");
  if (!tokens.includes("vault")) return text;
  return text.replace(/^( *)(?=ecs-env )/gm, '$1VAULT_ID_TOKEN=$(cat "$RUNNER_TEMP/vault-token") ');
}

function token(audience: string): string {
  return [
    'curl --fail --silent --show-error --header "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \\',
    `  --get --data-urlencode "audience=${audience}" "$ACTIONS_ID_TOKEN_REQUEST_URL" \\`,
    "  | jq --exit-status --join-output .value",
  ].join("\n");
}

function upload(name: string, paths: readonly string[]): Mapping {
  return mapping(
    { key: "uses", value: "actions/upload-artifact@v4" },
    {
      key: "with",
      value: mapping(
        { key: "name", value: name },
        { key: "path", value: paths.join("\n") },
        { key: "if-no-files-found", value: "error" },
        { key: "retention-days", value: 1 },
      ),
    },
  );
}

function download(name: string): Mapping {
  return mapping(
    { key: "uses", value: "actions/download-artifact@v4" },
    { key: "with", value: mapping({ key: "name", value: name }) },
  );
}

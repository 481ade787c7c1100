import type { PipelineEnvironment, PipelineOptions } from "../options";
import type { Delivery } from "./deliveries";
import { read, variableOf } from "./variable-names";

export const install = 'npm install --global "$ECS_ENV_PACKAGE"';

/** Each service is built, unless a run before has done it, and pushed by the commit's tag. */
export function buildScript(options: PipelineOptions): readonly string[] {
  const folder = options.services.length > 1 ? '"$service"' : ".";
  const build = `docker build --platform linux/amd64 --tag "$image" ${folder}`;
  return [
    ...(options.targets === "vault" ? [vaultLogin] : []),
    lines(
      "for service in $SERVICES; do",
      ...(options.targets === "vault" ? fromVault(options) : fromAccount(options)),
      '  AWS_ROLE_ARN="$role" aws ecr get-login-password --region "$(echo "$registry" | cut -d . -f 4)" \\',
      '    | docker login --username AWS --password-stdin "$registry" || exit $?',
      '  image="$repository:$COMMIT"',
      "  # A commit's tag cannot move: what is there already was built from this commit.",
      '  docker manifest inspect "$image" > /dev/null 2>&1 \\',
      `    || { ${build} && docker push "$image"; } || exit $?`,
      "done",
    ),
  ];
}

function fromAccount({ tooling }: PipelineOptions): readonly string[] {
  return [
    `  registry="${read("REGISTRY", registryOf(tooling) !== undefined)}"`,
    '  repository="$registry/$service"',
    '  role="arn:aws:iam::${registry%%.*}:role/$service-push"',
  ];
}

/** Host of an account's image repositories. */
export function registryOf({ account, region }: PipelineEnvironment): string | undefined {
  return account === undefined || region === undefined
    ? undefined
    : `${account}.dkr.ecr.${region}.amazonaws.com`;
}

/** With a token that Vault gives for the CI's own: `secrets:vault` would need GitLab Premium. */
const vaultLogin = lines(
  `token=$(printf '{"jwt":"%s","role":"%s"}' "$VAULT_ID_TOKEN" "$VAULT_AUTH_ROLE" \\`,
  '  | curl --fail --silent --show-error --header "X-Vault-Namespace: $VAULT_NAMESPACE" --data @- \\',
  '    "$VAULT_ADDR/v1/auth/$VAULT_AUTH_PATH/login" \\',
  "  | jq --exit-status --raw-output .auth.client_token) || exit $?",
);

function fromVault({ vault, environments }: PipelineOptions): readonly string[] {
  const first = environments[0]?.name ?? "";
  return [
    '  target=$(curl --fail --silent --show-error --header "X-Vault-Token: $token" \\',
    `    --header "X-Vault-Namespace: $VAULT_NAMESPACE" "$VAULT_ADDR/v1/${vault.mount}/data/${vault.path}/${first}/$service") || exit $?`,
    `  repository=$(echo "$target" | jq --exit-status --raw-output .data.data.repositoryUrl) || exit $?`,
    `  role=$(echo "$target" | jq --exit-status --raw-output .data.data.pushRoleArn) || exit $?`,
    '  registry="${repository%%/*}"',
  ];
}

export function deployScript(delivery: Delivery, options: PipelineOptions): readonly string[] {
  const { environment, isTagged } = delivery;
  return [
    install,
    ...(isTagged ? [releaseOfTag] : []),
    forEachService(environment, options, 'deploy --image "$COMMIT"'),
  ];
}

/** GitFlow merges a release into main: the merge has a commit of its own, whose second parent is what was built. */
const releaseOfTag = "COMMIT=$(git rev-parse --verify --quiet HEAD^2 || git rev-parse HEAD)";

export function rollbackScript(environment: string, options: PipelineOptions): readonly string[] {
  return [install, forEachService(environment, options, "rollback")];
}

function forEachService(environment: string, options: PipelineOptions, command: string): string {
  const [verb, ...more] = command.split(" ");
  const call = [
    "ecs-env",
    verb,
    "--env",
    environment,
    '--service "$service"',
    ...more,
    ...where(options),
  ].join(" ");
  const known = options.environments.find(({ name }) => name === environment);
  return lines(
    "for service in $SERVICES; do",
    ...(options.targets === "ssm" ? [`  ${roleOf(environment, known)} \\`, `    ${call}`] : [`  ${call}`]),
    "done",
  );
}

function where({ targets, vault }: PipelineOptions): readonly string[] {
  const mount = targets === "vault" && vault.mount !== "secret" ? [`--vault-mount ${vault.mount}`] : [];
  const path = targets === "vault" && vault.path !== "delivery" ? [`--vault-path ${vault.path}`] : [];
  return [...mount, ...path, "--wait-for-other || exit $?"];
}

/** The name that the library gives to a service's deploy role. */
function roleOf(environment: string, known: PipelineEnvironment | undefined): string {
  const account = read(variableOf("account", environment), known?.account !== undefined);
  return `AWS_ROLE_ARN="arn:aws:iam::${account}:role/${environment}-$service-deploy"`;
}

function lines(...all: readonly string[]): string {
  return all.join("\n");
}

import { read, variableOf } from "./variable-names";

/** What a merge request would do, said and thrown away. A lock would need the right to write. */
export function previewScript(environment: string): readonly string[] {
  return [
    "npm ci",
    role("plan-role", environment),
    "export TF_CLI_ARGS_plan=-lock=false",
    `npm run -s ecs-env -- plan ${environment} || [ $? -eq 2 ] # 2: there are changes`,
  ];
}

export function planScript(environment: string, stacks: readonly string[]): readonly string[] {
  return [
    "npm ci",
    "npm start",
    role("plan-role", environment),
    forEachStack(stacks, [
      `terraform -chdir="$folder" init -input=false || exit $?`,
      `terraform -chdir="$folder" plan -input=false -lock=false -out=plan || exit $?`,
    ]),
    `tar -c -z -f plan.tar.gz --exclude=.terraform ${folderOf(environment)}-*`,
    `openssl enc -aes-256-cbc -pbkdf2 -pass env:PLAN_PASSPHRASE -in plan.tar.gz -out plan-${environment}.encrypted`,
  ];
}

/** Applies what was planned, and nothing else; whatever that leaves is another plan, and another approval. */
export function applyScript(environment: string, stacks: readonly string[]): readonly string[] {
  return [
    `openssl enc -d -aes-256-cbc -pbkdf2 -pass env:PLAN_PASSPHRASE -in plan-${environment}.encrypted -out plan.tar.gz`,
    "tar -x -z -f plan.tar.gz",
    role("apply-role", environment),
    forEachStack(stacks, [
      `terraform -chdir="$folder" init -input=false -lockfile=readonly || exit $?`,
      `terraform -chdir="$folder" apply -input=false plan || exit $?`,
    ]),
    forEachStack(stacks, [
      "# A stack that reads another one may have more to do now: that is another plan.",
      `terraform -chdir="$folder" plan -input=false -lock=false -detailed-exitcode > /dev/null \\`,
      `  || { echo "$folder: not everything is done. Run the pipeline again."; exit 1; }`,
    ]),
  ];
}

function role(kind: "plan-role" | "apply-role", environment: string): string {
  return `export AWS_ROLE_ARN="${read(variableOf(kind, environment), false)}"`;
}

function forEachStack(stacks: readonly string[], commands: readonly string[]): string {
  return [
    `for folder in ${stacks.map(folderOf).join(" ")}; do`,
    ...(stacks.length > 1 ? ifThere : []),
    ...commands.map((command) => `  ${command}`),
    "done",
  ].join("\n");
}

/** An environment has these two where it needs them; the others must be there. */
const ifThere = [
  "  # Without deployedBy there is no account stack, without databases no data stack.",
  '  case "$folder" in *-account | *-data) [ -d "$folder" ] || continue ;; esac',
];

function folderOf(stack: string): string {
  return `cdktf.out/stacks/${stack}`;
}

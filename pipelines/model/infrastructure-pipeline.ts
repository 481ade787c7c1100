import type { PipelineEnvironment, PipelineOptions } from "../options";
import { applyScript, planScript, previewScript } from "./infrastructure-scripts";
import { type Job, type Pipeline, type Setting, type Stage, type Trigger } from "./pipeline";
import { variableOf } from "./variable-names";

/** Review a change in the merge request, then plan, approve and apply it account by account. */
export function infrastructurePipeline(options: PipelineOptions): Pipeline {
  const environments = [options.tooling, ...options.environments];
  return {
    kind: "infrastructure",
    about: [
      "Infrastructure pipeline, written by `ecs-env init pipeline`; yours to edit.",
      "Merge request: what the change means, and a plan for each account with a role that can only read.",
      `${options.branch}: each account is planned, and exactly that plan is applied. Terraform refuses a plan that is stale.`,
      "The first apply of a new account is made by a person: its stacks read each other's state.",
    ],
    settings: settings(environments),
    stages: [
      review(environments),
      ...environments.flatMap(({ name }, index) =>
        planAndApply(name, environments[index - 1]?.name, options),
      ),
    ],
  };
}

function settings(environments: readonly PipelineEnvironment[]): readonly Setting[] {
  return [
    { name: "AWS_REGION", value: environments[0]?.region, about: "Region of the tooling account." },
    {
      name: "PLAN_PASSPHRASE",
      value: undefined,
      about: "Secret. Encrypts the plans between two jobs: a plan holds secrets in clear.",
      isSecret: true,
    },
    ...environments.flatMap(({ name }) => [
      {
        name: variableOf("plan-role", name),
        value: undefined,
        about: `ARN of the role that plans ${name}: it only reads.`,
      },
      {
        name: variableOf("apply-role", name),
        value: undefined,
        about: `ARN of the role that applies ${name}.`,
      },
    ]),
  ];
}

const mergeRequest: readonly Trigger[] = [{ event: "merge-request" }];

function review(environments: readonly PipelineEnvironment[]): Stage {
  const plain = { on: mergeRequest, needs: [], runtime: "node", tokens: [] } as const;
  return {
    name: "review",
    jobs: [
      {
        ...plain,
        name: "check",
        about: ["The committed hcl/ is what will be applied."],
        script: ["npm ci", "npm start", "npm run hcl -- --check"],
      },
      { ...plain, name: "verify", script: ["npm ci", "npm run verify"] },
      {
        ...plain,
        name: "report",
        about: ["One comment that says what the change means; red when something would be lost or opened."],
        wholeHistory: true,
        script: [
          "npm ci",
          'git fetch origin "$BASE_BRANCH"',
          'npm run -s ecs-env -- review --base FETCH_HEAD --format "$FORGE" --post',
        ],
      },
      ...environments.map(({ name }): Job => ({
        ...plain,
        name: `preview-${name}`,
        runtime: "terraform",
        tokens: ["aws"],
        script: previewScript(name),
      })),
    ],
  };
}

function planAndApply(
  environment: string,
  before: string | undefined,
  options: PipelineOptions,
): readonly Stage[] {
  const on: readonly Trigger[] = [{ event: "push", branch: options.branch }];
  const plan: Job = {
    name: `plan-${environment}`,
    on,
    needs: before === undefined ? [] : [`apply-${before}`],
    runtime: "terraform",
    tokens: ["aws"],
    script: planScript(environment, stacksOf(environment, options)),
    keeps: [planFile(environment)],
  };
  const apply: Job = {
    name: `apply-${environment}`,
    on,
    needs: [plan.name],
    runtime: "terraform",
    ...(options.approve.includes(environment) && { approval: true }),
    environment,
    lock: `apply-${environment}`,
    tokens: ["aws"],
    script: applyScript(environment, stacksOf(environment, options)),
    takesFrom: [plan.name],
  };
  return [
    { name: plan.name, jobs: [plan] },
    { name: apply.name, jobs: [apply] },
  ];
}

/** In the order of the first apply: services trust the OIDC providers of `account`, and read network and data. */
function stacksOf(environment: string, { tooling }: PipelineOptions): readonly string[] {
  return environment === tooling.name
    ? [`${environment}-delivery`]
    : ["account", "network", "data", "services"].map((part) => `${environment}-${part}`);
}

function planFile(environment: string): string {
  return `plan-${environment}.encrypted`;
}

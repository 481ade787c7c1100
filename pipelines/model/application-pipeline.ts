import type { PipelineOptions } from "../options";
import { buildScript, deployScript, registryOf, rollbackScript } from "./application-scripts";
import { builtOn, deliveries, type Delivery } from "./deliveries";
import { anyBranch, type Audience, type Job, type Pipeline, type Setting, type Trigger } from "./pipeline";
import { variableOf } from "./variable-names";

/** Test, build once, and bring the same image from environment to environment. */
export function applicationPipeline(options: PipelineOptions): Pipeline {
  const all = deliveries(options);
  return {
    kind: "application",
    about: about(options, all),
    settings: settings(options),
    stages: [
      {
        name: "quality",
        about: ["Your own commands."],
        jobs: [quality("lint", "npm run lint", all), quality("test", "npm test", all)],
      },
      { name: "build", jobs: [build(options)] },
      ...all.map((delivery) => ({
        name: delivery.environment,
        jobs: [deploy(delivery, options)],
      })),
      {
        name: "rollback",
        about: [
          "Back to the release before, by hand. SERVICES may name fewer services.",
          "What a revert on the branch does as well, one pipeline later.",
        ],
        jobs: all.map((delivery) => rollback(delivery, options)),
      },
    ],
  };
}

function about(options: PipelineOptions, all: readonly Delivery[]): readonly string[] {
  return [
    "Application pipeline, written by `ecs-env init pipeline`; yours to edit.",
    ...(options.flow === "simple"
      ? [`${options.branch} → ${all.map(({ environment }) => environment).join(" → ")}, one image for all.`]
      : routes(all)),
    "`ecs-env deploy` waits until the new release is proved healthy. It fails, and the job is red, when ECS rolled it back.",
    "No key of AWS is kept anywhere: every job shows AWS a token that the CI signs for it (OIDC).",
  ];
}

/** `develop → dev → sit`, a line for each start. */
function routes(all: readonly Delivery[]): readonly string[] {
  const starts = all.filter(({ after }) => after === undefined);
  return starts.map((start) => {
    const reached = all.filter(({ on }) => on === start.on).map(({ environment }) => environment);
    return [start.on.map(nameOf).join(", "), ...reached].join(" → ");
  });
}

function nameOf(trigger: Trigger): string {
  if (trigger.event === "push") return trigger.branch;
  return trigger.event === "tag" ? `tag ${trigger.tag}` : "merge request";
}

function settings(options: PipelineOptions): readonly Setting[] {
  const { services, environments, tooling, targets, vault } = options;
  return [
    {
      name: "ECS_ENV_PACKAGE",
      value: options.package,
      about: "What has ecs-env: name@version in your registry, or the address of a tarball. Keep it pinned.",
    },
    { name: "SERVICES", value: services.join(" "), about: servicesAbout(services) },
    {
      name: "AWS_REGION",
      value: environments[0]?.region,
      about: "Region of the environments.",
    },
    ...(targets === "vault"
      ? [
          { name: "VAULT_ADDR", value: vault.address, about: "Your Vault, which has the delivery targets." },
          {
            name: "VAULT_AUTH_ROLE",
            value: undefined,
            about: "Role of Vault's JWT login that may read them.",
          },
          ...(vault.namespace === undefined
            ? []
            : [{ name: "VAULT_NAMESPACE", value: vault.namespace, about: "Namespace of Vault Enterprise." }]),
          { name: "VAULT_AUTH_PATH", value: "jwt", about: "Where that login is mounted." },
        ]
      : [
          {
            name: "REGISTRY",
            value: registryOf(tooling),
            about: "Image repositories: <account>.dkr.ecr.<region>.amazonaws.com",
          },
          ...environments.map(({ name, account }) => ({
            name: variableOf("account", name),
            value: account,
            about: `AWS account of ${name}.`,
          })),
        ]),
  ];
}

function servicesAbout(services: readonly string[]): string {
  return services.length > 1
    ? "Services, each with its Dockerfile in the folder of its name."
    : "The service, as its environments call it; its Dockerfile is in the root folder.";
}

const qualityJobs = ["lint", "test"];

function quality(name: string, command: string, all: readonly Delivery[]): Job {
  const tags = all.flatMap(({ on }) => on.filter(({ event }) => event === "tag"));
  return {
    name,
    on: [{ event: "push", branch: anyBranch }, ...tags],
    needs: [],
    runtime: "node",
    tokens: [],
    script: ["npm ci", command],
  };
}

function build(options: PipelineOptions): Job {
  return {
    name: "build",
    about: ["Built once: every environment gets this image, by its digest."],
    on: builtOn(options),
    needs: qualityJobs,
    runtime: "docker",
    tokens: tokens(options),
    script: buildScript(options),
  };
}

function deploy(delivery: Delivery, options: PipelineOptions): Job {
  const { environment, on, after, isTagged } = delivery;
  const first = isTagged ? qualityJobs : ["build"];
  return {
    name: `deploy-${environment}`,
    ...(isTagged && {
      about: [
        "The tag's commit merges what was built, and proved in the environment before. Merge with --no-ff, as GitFlow does.",
      ],
    }),
    on,
    needs: after === undefined ? first : [`deploy-${after}`],
    runtime: "node",
    ...(options.approve.includes(environment) && { approval: true }),
    ...atEnvironment(environment, options),
    script: deployScript(delivery, options),
  };
}

function rollback({ environment, on }: Delivery, options: PipelineOptions): Job {
  return {
    name: `rollback-${environment}`,
    on,
    needs: [],
    runtime: "node",
    byHand: true,
    ...atEnvironment(environment, options),
    script: rollbackScript(environment, options),
  };
}

function atEnvironment(
  environment: string,
  options: PipelineOptions,
): Pick<Job, "environment" | "lock" | "tokens" | "variables"> {
  const region = options.environments.find(({ name }) => name === environment)?.region;
  const isElsewhere = region !== undefined && region !== options.environments[0]?.region;
  return {
    environment,
    lock: `deploy-${environment}`,
    tokens: tokens(options),
    ...(isElsewhere && { variables: { AWS_REGION: region } }),
  };
}

function tokens({ targets }: PipelineOptions): readonly Audience[] {
  return targets === "vault" ? ["aws", "vault"] : ["aws"];
}

import type { PipelineOptions } from "../../../pipelines/options";

const region = "eu-west-1";

/** The shop's, with all that a project knows. */
export function someOptions(changes: Partial<PipelineOptions> = {}): PipelineOptions {
  return {
    kinds: ["application"],
    services: ["orders", "shop"],
    environments: [
      { name: "dev", account: "111111111111", region },
      { name: "sit", account: "222222222222", region },
      { name: "uat", account: "333333333333", region },
      { name: "prod", account: "444444444444", region: "eu-central-1" },
    ],
    tooling: { name: "tooling", account: "999999999999", region },
    approve: ["prod"],
    flow: "simple",
    branch: "main",
    targets: "ssm",
    vault: { mount: "secret", path: "delivery" },
    package: "cdktf-ecs-environments@0.1.0",
    ...changes,
  };
}

/** Nothing is known: what remains is for people to set. */
export function someUnknownOptions(changes: Partial<PipelineOptions> = {}): PipelineOptions {
  const environments = ["dev", "sit", "uat", "prod"].map((name) => ({ name }));
  return someOptions({ environments, tooling: { name: "tooling" }, services: ["orders"], ...changes });
}

/** Every kind of file that is written. */
export const variants: Readonly<Record<string, PipelineOptions>> = {
  simple: someOptions(),
  gitflow: someOptions({ flow: "gitflow" }),
  vault: someOptions({
    targets: "vault",
    vault: { address: "https://vault.example.com", mount: "kv", path: "apps" },
  }),
  "nothing known": someUnknownOptions(),
  "nothing known, vault": someUnknownOptions({ targets: "vault" }),
  infrastructure: someOptions({ kinds: ["infrastructure"] }),
  "infrastructure, nothing known": someUnknownOptions({
    kinds: ["infrastructure"],
    approve: ["uat", "prod"],
  }),
};

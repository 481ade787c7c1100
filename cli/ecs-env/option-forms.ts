import { type ValueKind } from "./value-kinds";

/** An option: what it is for, and the word for its value when it has one. */
export interface OptionForm {
  readonly about: string;
  readonly value?: string;
  /** What the value must be; any text otherwise. */
  readonly is?: ValueKind;
  /** May be given more than once; the values are joined by commas. */
  readonly repeats?: true;
}

export const optionForms = {
  offline: { about: "without AWS and credentials; plan changes nothing, apply and destroy change the world" },
  world: { value: "folder", about: "folder that stands for AWS and the states (default: .ecs-env/world)" },
  "as-account": {
    value: "id",
    about: "offline: account that the credentials belong to (default: the stack's own)",
  },
  profile: {
    value: "name",
    about: "online: profile of the AWS credentials (default: AWS_PROFILE)",
  },
  json: { about: "the answer as JSON" },
  verbose: { about: "Terraform's own text of each plan, with values" },
  "no-color": { about: "no colours; so does the variable NO_COLOR" },
  "auto-approve": { about: "do not ask" },
  "no-synth": { about: "take the stacks as they are in the output folder" },
  out: { value: "folder", about: "output folder of cdktf (default: cdktf.out)" },
  terraform: { value: "binary", about: "default: TERRAFORM_BINARY_NAME, else terraform, else tofu" },
  dir: { value: "folder", about: "someone else's Terraform (*.tf, *.tf.json) instead of synthesized stacks" },
  settings: { value: "file", about: "waivers, and what is said of environments (default: verify.json)" },
  plans: {
    value: "folder",
    about: 'plans as JSON, <stack>.json each: "plan" writes them, "verify" and "review" read them',
  },
  environment: { value: "name", about: "the one environment to look at (default: each)" },
  port: { value: "number", about: "the port to ask about (default: all)" },
  base: { value: "git ref", about: "the side before the change: where HEAD left this branch, tag or commit" },
  "base-dir": { value: "folder", about: "the synthesized stacks to compare with, instead of --base" },
  prices: { value: "file", about: "prices per hour (JSON); without it, counts and hours only" },
  name: { value: "name", about: "by which the comment is found again (default: the name in package.json)" },
  format: { value: "name", about: "form of the answer" },
  output: { value: "file", about: "write the answer there instead of to the terminal" },
  artifact: {
    value: "file",
    about: "also write GitLab's artifacts:reports:terraform (default with gitlab: terraform-report.json)",
  },
  post: { about: "post the report, or update the one that is there, as a comment of the merge request" },
  env: { value: "name", is: "names", about: "environment, for example dev", repeats: true },
  service: {
    value: "name",
    is: "names",
    about: "service; several as a,b or by repeating the option",
    repeats: true,
  },
  image: {
    value: "image",
    about: "tag, digest (sha256:…) or URI of an image in the service's repository",
  },
  from: { value: "environment", is: "name", about: "environment whose release is promoted" },
  release: {
    value: "release",
    about: "digest or revision that was healthy here (default: the one before what runs)",
  },
  to: { value: "environment", is: "name", about: "environment that gets it" },
  unproven: {
    value: "reason",
    about: "although the environment before has not proved it; the reason is recorded",
  },
  target: {
    value: "file",
    about: "delivery target from a file instead of SSM, one per service",
    repeats: true,
  },
  vault: { value: "address", about: "delivery target from Vault instead of SSM (default: VAULT_ADDR)" },
  "vault-mount": { value: "name", about: "mount of Vault's KV v2 engine (default: secret)" },
  "vault-path": { value: "path", about: "path in it (default: delivery/<environment>/<service>)" },
  region: { value: "name", about: "AWS region (default: AWS_REGION)" },
  timeout: {
    value: "minutes",
    is: "minutes",
    about: "until a deployment that does not end is rolled back (default: 30, and what the strategy bakes)",
  },
  poll: { value: "seconds", is: "seconds", about: "between two looks (default: 5)" },
  "wait-for-other": { about: "wait for the deployment that is under way instead of refusing" },
  "no-wait": { about: "start it and end; ecs-env wait says how it ends" },
  "despite-alarms": { about: "go on although alarms fire, which then do not count" },
  "dry-run": { about: "check everything, print the steps, change nothing" },
  commit: { value: "hash", about: "recorded with the release (default: the CI's variable)" },
  pipeline: { value: "url", about: "recorded with the release (default: the CI's variable)" },
  person: { value: "name", about: "recorded with the release (default: the CI's variable)" },
  since: {
    value: "time",
    is: "moment",
    about: "30s, 10m, 2h, 1d, or a time such as 2026-11-21T16:00:00Z (default: 10m)",
  },
  follow: { about: "go on until Ctrl-C" },
  task: { value: "id", about: "of one task alone" },
  limit: {
    value: "count",
    is: "count",
    about: "how many at most, the newest (default: history 20, logs all)",
  },
  kind: { value: "kind", about: "pipeline: application, infrastructure or both (default: application)" },
  services: { value: "names", is: "names", about: "services of the repository (default: the project's)" },
  environments: {
    value: "names",
    is: "names",
    about: "in the order of promotion (default: the project's, else dev,sit,uat,prod)",
  },
  approve: {
    value: "names",
    is: "names",
    about: "environments that wait for a person (default: those of production, else the last)",
  },
  flow: { value: "flow", about: "branches to environments: simple or gitflow (default: simple)" },
  branch: { value: "name", about: "the branch that is delivered (default: main)" },
  targets: { value: "source", about: "where roles and registry come from: ssm or vault (default: ssm)" },
  folder: { value: "folder", about: "root of the repository (default: the current folder)" },
  force: { about: "overwrite files that are there" },
  write: { about: "accept the addresses as they are now, unless something would be lost" },
} as const satisfies Readonly<Record<string, OptionForm>>;

export type OptionName = keyof typeof optionForms;

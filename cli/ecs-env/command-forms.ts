/** What may follow the name of a command. */
export interface CommandForm {
  readonly about: string;
  /** Words for what it takes, in order; those in brackets may be left out. */
  readonly takes: readonly string[];
  readonly options: readonly OptionName[];
  /** Values of `--format`. */
  readonly formats?: readonly string[];
  /** Lines at the end of its help. */
  readonly notes?: readonly string[];
}

const target = "[environment | stack]";
const stacks = ["no-synth", "out"] as const;
const terraform = ["json", "verbose", "no-color", ...stacks, "terraform"] as const;
const offline = ["offline", "world", "as-account"] as const;
const files = ["json", ...stacks, "dir", "settings"] as const;

const oneStackAlone = [
  "Stacks are run in the order in which they read each other. One stack alone is planned against what the stacks that it reads",
  "were when they were last applied, as with AWS: name the environment to see changes of both. Offline, a stack that it reads",
  "and that does not exist yet is made first.",
] as const;

export const commandForms = {
  plan: {
    about: "say what an apply would do; exit 0 nothing, 2 changes, 1 error",
    takes: [target],
    options: [...offline, "profile", ...terraform, "plans"],
    notes: [
      ...oneStackAlone,
      "An offline plan also tries the apply, in a copy of the world that is thrown away: what AWS would refuse only then is in",
      "the summary too.",
    ],
  },
  apply: {
    about: "make what a plan says",
    takes: [target],
    options: [...offline, "profile", "auto-approve", ...terraform],
    notes: oneStackAlone,
  },
  destroy: {
    about: "delete what a stack made",
    takes: [target],
    options: [...offline, "profile", "auto-approve", ...terraform],
  },
  offline: {
    about: 'run a command, such as "npx cdktf diff dev-network", without AWS: ecs-env offline -- <command>',
    takes: [],
    options: ["world", "as-account", "out", "no-synth", "terraform"],
  },
  verify: {
    about: "check the synthesized files, and plans, against the rules; exit 0 all hold, 1 not",
    takes: [target],
    options: [...files, "plans", "format", "output", "no-color"],
    formats: ["table", "json", "sarif", "junit", "codequality"],
  },
  reach: {
    about:
      "say who reaches whom, and by which rules; exit 0 a path, 2 none: ecs-env reach internet database.orders",
    takes: ["<from>", "<to>"],
    options: [...files, "environment", "port"],
  },
  review: {
    about: "report what a change means; exit 1 when it must not be merged: ecs-env review --base origin/main",
    takes: [],
    options: [
      ...files,
      "base",
      "base-dir",
      "plans",
      "prices",
      "name",
      "format",
      "output",
      "artifact",
      "post",
    ],
    formats: ["github", "gitlab", "bitbucket", "json"],
  },
  diagram: {
    about: "draw an environment, as Mermaid for Markdown or as a picture",
    takes: ["<environment>"],
    options: [...stacks, "dir", "settings", "format", "output"],
    formats: ["mermaid", "svg"],
  },
  delta: {
    about: "say in what two environments differ; exit 1 when one is less protected: ecs-env delta uat prod",
    takes: ["<environment>", "<environment>"],
    options: ["json", ...stacks, "settings"],
  },
  ledger: {
    about:
      "compare the resource addresses with the committed ones in addresses/; exit 1 when one would be lost",
    takes: [],
    options: [...files, "write", "no-color"],
  },
} as const satisfies Readonly<Record<string, CommandForm>>;

export type CommandName = keyof typeof commandForms;

export const commandNames = [
  "plan",
  "apply",
  "destroy",
  "offline",
  "verify",
  "reach",
  "review",
  "diagram",
  "delta",
  "ledger",
] as const satisfies readonly CommandName[];

/** An option: what it is for, and the word for its value when it has one. */
export interface OptionForm {
  readonly about: string;
  readonly value?: string;
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
  write: { about: "accept the addresses as they are now, unless something would be lost" },
} as const satisfies Readonly<Record<string, OptionForm>>;

export type OptionName = keyof typeof optionForms;

import { applicationCommands, applicationForms } from "./applications/application-forms";
import { type CommandForm } from "./command-form";

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

const infrastructureForms = {
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
    runs: "npx cdktf diff dev-network",
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

/** Commands that run Terraform over the project's stacks, or read its files. */
export const infrastructureCommands = [
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
] as const satisfies readonly (keyof typeof infrastructureForms)[];

export const commandForms = { ...infrastructureForms, ...applicationForms } as const;

export type CommandName = keyof typeof commandForms;

export const commandNames: readonly CommandName[] = [...infrastructureCommands, ...applicationCommands];

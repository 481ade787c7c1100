import { type CommandForm } from "../command-form";

const where = ["env", "service"] as const;
const source = ["target", "vault", "vault-mount", "vault-path", "region"] as const;
const shown = ["json", "no-color"] as const;
const waiting = ["timeout", "poll"] as const;
const changing = ["wait-for-other", "no-wait", "despite-alarms", "dry-run", ...waiting] as const;
const recorded = ["commit", "pipeline", "person"] as const;

const exits = [
  "Exit codes: 0 done, 1 failed and rolled back, 2 wrong usage, 3 something that must hold does not (nothing was changed),",
  "4 failed and not rolled back: a person must look, 130 interrupted.",
] as const;
const answers = [
  "Exit codes: 0 answered, 2 wrong usage, 3 something that must hold does not, 130 interrupted.",
];

/** What the commands for applications take: none of them needs Terraform, or the project's files. */
export const applicationForms = {
  deploy: {
    about: "put an image into an environment, wait until it is healthy, and say what happened",
    takes: [],
    requires: [...where, "image"],
    options: [...where, "image", "unproven", ...changing, ...recorded, ...source, ...shown],
    notes: ["For example: ecs-env deploy --env dev --service orders --image 4f2a9c1", ...exits],
  },
  rollback: {
    about: "stop what is under way, or go back to the release that was healthy before",
    takes: [],
    requires: where,
    options: [...where, "release", ...changing, ...recorded, ...source, ...shown],
    notes: exits,
  },
  promote: {
    about: "put what one environment runs into another: the same digest",
    takes: [],
    requires: ["from", "to", "service"],
    options: ["from", "to", "service", "unproven", ...changing, ...recorded, ...source, ...shown],
    notes: ["For example: ecs-env promote --from dev --to sit --service orders", ...exits],
  },
  status: {
    about: "say what runs where, whether it is healthy, and what a sync would bring",
    takes: [],
    requires: where,
    options: [...where, ...source, ...shown],
    notes: [
      "Environments of several accounts need credentials of each: those that these do not reach are said.",
      ...answers,
    ],
  },
  sync: {
    about: "bring what Terraform changed in the task's template to the image that runs",
    takes: [],
    requires: where,
    options: [...where, ...changing, ...recorded, ...source, ...shown],
    notes: exits,
  },
  history: {
    about: "list releases and deployments, newest first",
    takes: [],
    requires: where,
    options: [...where, "limit", ...source, ...shown],
    notes: answers,
  },
  wait: {
    about: "watch the deployment that is under way to its end, or judge what runs",
    takes: [],
    requires: where,
    options: [...where, "despite-alarms", ...waiting, ...source, ...shown],
    notes: exits,
  },
  run: {
    about: "run a command once in the service's task, such as a database migration",
    takes: [],
    requires: where,
    options: [...where, "image", "unproven", ...waiting, ...recorded, ...source, ...shown],
    runs: "npm run migrate",
    notes: [
      "For example: ecs-env run --env dev --service orders -- npm run migrate",
      "Exit codes: 0 the command ended with 0, 1 with another code, 2 wrong usage, 3 it could not start, 4 it may still run,",
      "130 interrupted: the task was stopped.",
    ],
  },
  logs: {
    about: "print the last lines of the service's log",
    takes: [],
    requires: where,
    options: [...where, "since", "follow", "task", "limit", "poll", ...source, ...shown],
    notes: answers,
  },
  doctor: {
    about: "try everything that a deploy needs, and say what is missing; changes nothing",
    takes: [],
    requires: where,
    options: [...where, ...source, ...shown],
    notes: ["Exit codes: 0 all well, 2 wrong usage, 3 something is missing, 130 interrupted."],
  },
  init: {
    about: "write the pipeline files for a CI: ecs-env init pipeline gitlab",
    takes: ["pipeline", "<gitlab | bitbucket | github>"],
    options: ["kind", "services", "environments", "approve", "flow", "branch", "targets", "folder", "force"],
    notes: [
      "In the folder of one of our projects, what is not said is read from its environments.",
      "For example: ecs-env init pipeline gitlab --services orders,payments",
    ],
  },
} as const satisfies Readonly<Record<string, CommandForm>>;

export type ApplicationCommandName = keyof typeof applicationForms;

export const applicationCommands = [
  "deploy",
  "rollback",
  "promote",
  "status",
  "sync",
  "history",
  "wait",
  "run",
  "logs",
  "doctor",
  "init",
] as const satisfies readonly ApplicationCommandName[];

/** Whether a command is for applications: these have exit codes of their own (deploy/exit-codes.ts). */
export function isApplicationCommand(name: string): name is ApplicationCommandName {
  return applicationCommands.some((one) => one === name);
}

/** Commands that change nothing, so that they may end anywhere. */
const readingCommands: readonly string[] = ["status", "history", "logs", "doctor"];

/** Whether a command may be broken off at any time: what others have begun, they finish or tell. */
export function endsAnywhere(name: string): boolean {
  return !isApplicationCommand(name) || readingCommands.includes(name);
}

/** A pipeline as this project means it, before it is written in the words of one CI. */
export interface Pipeline {
  readonly kind: PipelineKind;
  /** Comment at the top of the file. */
  readonly about: readonly string[];
  readonly settings: readonly Setting[];
  /** In the order in which they run. */
  readonly stages: readonly Stage[];
}

export type PipelineKind = "application" | "infrastructure";

/** A variable of all jobs, which people edit. */
export interface Setting {
  readonly name: string;
  /** Undefined: not known here, to be set as a variable of the CI. */
  readonly value: string | undefined;
  readonly about: string;
  /** Only jobs that name it get it. */
  readonly isSecret?: true;
}

/** Jobs that run side by side. */
export interface Stage {
  readonly name: string;
  readonly about?: readonly string[];
  readonly jobs: readonly Job[];
}

export interface Job {
  readonly name: string;
  readonly about?: readonly string[];
  /** It runs when one of these happens. */
  readonly on: readonly Trigger[];
  /** Jobs that must have succeeded, of those that run on the same event. */
  readonly needs: readonly string[];
  readonly runtime: Runtime;
  /** Somebody must agree before it runs. */
  readonly approval?: true;
  /** Only a person starts it; what it does not set, the person may. */
  readonly byHand?: true;
  /** Deployment environment of the CI: where it shows what runs, who may deploy, and for some part of the identity. */
  readonly environment?: string;
  /** Jobs with the same lock never run at once. */
  readonly lock?: string;
  /** Tokens that the CI signs for the job. */
  readonly tokens: readonly Audience[];
  readonly variables?: Readonly<Record<string, string>>;
  /** POSIX shell; every entry must succeed. */
  readonly script: readonly string[];
  /** Files that later jobs get. */
  readonly keeps?: readonly string[];
  /** Jobs whose files it gets. */
  readonly takesFrom?: readonly string[];
  /** Whole history instead of the last commits. */
  readonly wholeHistory?: true;
}

/** Who a token is for. */
export type Audience = "aws" | "vault";

/** What must be installed where the job runs: Node, Docker with the AWS CLI, or Terraform with Node. */
export type Runtime = "node" | "docker" | "terraform";

/** In names, `*` at the end stands for any characters. */
export type Trigger =
  | { readonly event: "push"; readonly branch: string }
  | { readonly event: "tag"; readonly tag: string }
  | { readonly event: "merge-request" };

export const anyBranch = "*";

/** Variables that scripts use and every dialect sets from its own. */
export type GivenVariable = "COMMIT" | "BASE_BRANCH" | "FORGE";

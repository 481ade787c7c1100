import type { PipelineKind } from "./model/pipeline";

/** How branches become environments. */
export type Flow = "simple" | "gitflow";

/** Where the registry's address and the roles come from. */
export type TargetsFrom = "ssm" | "vault";

export const flows = ["simple", "gitflow"] as const satisfies readonly Flow[];
export const targetSources = ["ssm", "vault"] as const satisfies readonly TargetsFrom[];

/** What `ecs-env init pipeline` writes; what is not known becomes a variable of the CI. */
export interface PipelineOptions {
  readonly kinds: readonly PipelineKind[];
  /** At least one; several have a folder each, with their Dockerfile. */
  readonly services: readonly string[];
  /** In the order of promotion. */
  readonly environments: readonly PipelineEnvironment[];
  readonly tooling: PipelineEnvironment;
  /** Environments that wait for a person. */
  readonly approve: readonly string[];
  readonly flow: Flow;
  /** Branch that is delivered; of the flow `simple`, and of infrastructure. */
  readonly branch: string;
  readonly targets: TargetsFrom;
  readonly vault: {
    readonly address?: string;
    readonly namespace?: string;
    readonly mount: string;
    readonly path: string;
  };
  /** Package that has `ecs-env`, as npm installs it. */
  readonly package: string;
}

export interface PipelineEnvironment {
  readonly name: string;
  readonly account?: string;
  readonly region?: string;
}

import type { DeliveryTarget } from "./delivery-target";
import type { Controller } from "./deployment";
import type { Owner } from "./ownership";

/** Commands that need a deploy role. */
export const deployCommands = [
  "deploy",
  "rollback",
  "promote",
  "sync",
  "wait",
  "status",
  "history",
  "run",
  "logs",
  "doctor",
] as const;

export type DeployCommand = (typeof deployCommands)[number];

/** A condition of an IAM policy; every value is one that may be. */
export interface PolicyCondition {
  readonly test: string;
  readonly variable: string;
  readonly values: readonly string[];
}

/** A statement that allows something, in words of IAM. */
export interface AllowedActions {
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: readonly PolicyCondition[];
}

/** A row of the table: what a deploy role may do, to what of its target, for which commands. */
export interface DeployPermission {
  readonly sid: string;
  readonly actions: readonly string[];
  /** ARNs, made from the names in a target. `*` only where AWS knows no resource to name: `why` says so. */
  readonly resources: (target: DeliveryTarget) => readonly string[];
  readonly conditions?: (target: DeliveryTarget) => readonly PolicyCondition[];
  /** Only for services that this carries out the deployments of. */
  readonly controller?: Controller;
  /** Only where `contract/ownership.ts` says that this may change the service's task definition. */
  readonly changesTaskDefinitionAs?: Owner;
  readonly commands: readonly DeployCommand[];
  readonly why: string;
}

/** Tag of one-off tasks; its value is the name of the service. A deploy role stops no other task. */
export const oneOffTaskTag = "ecs-env:run";

/** Tag of a revision that was seen healthy, set after its deployment. */
export const healthyTag = "ecs-env:healthy";

/** Tag of a revision that a rollback left. */
export const leftByRollbackTag = "ecs-env:left-by-rollback";

import type { Deployment } from "./deployment";

/**
 * Who may change what of a service after Terraform created it, as data: `lifecycle` blocks, the deploy role's policy,
 * drift tests and the documentation are made from this one table.
 *
 * @see docs/decisions/0002-one-owner-per-attribute.md
 */
export type Owner = "terraform" | "pipeline" | "autoscaling" | "ecs" | "codedeploy";

/** How releases reach a service: replaced in place, shifted by ECS (blue-green, canary, linear), or by CodeDeploy. */
export type DeploymentKind = "rolling" | "ecs-native" | "codedeploy";

/** What can have an owner other than Terraform. */
export type OwnedResource = "service" | "listener-rule";

/** The column of a service in the table. */
export function deploymentKind({
  strategy,
  controller,
}: Pick<Deployment, "strategy" | "controller">): DeploymentKind {
  if (strategy === "rolling") return "rolling";
  return controller === "codedeploy" ? "codedeploy" : "ecs-native";
}

/** Whether this apply changes what traffic shifts own otherwise: it moves the service to another strategy. */
export function isMoving({ changesFrom }: Deployment): boolean {
  return changesFrom !== undefined;
}

export interface OwnedAttribute {
  readonly resource: OwnedResource;
  /** Attribute or block, as the AWS provider names it. */
  readonly attribute: string;
  readonly owners: Readonly<Record<DeploymentKind, Owner>>;
  /** Set when the owner holds only for services with autoscaling; otherwise Terraform owns the attribute. */
  readonly onlyWhenAutoscaled?: true;
  /** Set when Terraform owns the attribute for the one apply that moves a service to another strategy. */
  readonly movesWithStrategy?: true;
  readonly reason: string;
}

export const ownership: readonly OwnedAttribute[] = [
  {
    resource: "service",
    attribute: "task_definition",
    owners: { rolling: "pipeline", "ecs-native": "pipeline", codedeploy: "codedeploy" },
    reason: "A deploy registers a revision of its own; an apply must never move the image.",
  },
  {
    resource: "service",
    attribute: "desired_count",
    owners: { rolling: "autoscaling", "ecs-native": "autoscaling", codedeploy: "autoscaling" },
    onlyWhenAutoscaled: true,
    reason: "Autoscaling follows the load; an apply must not cut running tasks.",
  },
  {
    resource: "service",
    attribute: "load_balancer",
    owners: { rolling: "terraform", "ecs-native": "ecs", codedeploy: "codedeploy" },
    movesWithStrategy: true,
    reason: "Traffic shifts swap the target groups; the provider cannot ignore a part of this block.",
  },
  {
    resource: "listener-rule",
    attribute: "action",
    owners: { rolling: "terraform", "ecs-native": "ecs", codedeploy: "codedeploy" },
    movesWithStrategy: true,
    reason: "Weights belong to whoever shifts traffic: an apply that resets them is an outage.",
  },
];

/** Who may change an attribute of a service that is not autoscaled. */
export function ownerOf(resource: OwnedResource, attribute: string, kind: DeploymentKind): Owner {
  const row = ownership.find((one) => one.resource === resource && one.attribute === attribute);
  return row === undefined || row.onlyWhenAutoscaled ? "terraform" : row.owners[kind];
}

/** The attributes that Terraform must leave alone, in the table's order. */
export function ignoredAttributes(
  resource: OwnedResource,
  kind: DeploymentKind,
  { isAutoscaled, isMoving = false }: { readonly isAutoscaled: boolean; readonly isMoving?: boolean },
): string[] {
  return ownership
    .filter((row) => row.resource === resource)
    .filter((row) => row.owners[kind] !== "terraform")
    .filter((row) => (isAutoscaled || !row.onlyWhenAutoscaled) && !(isMoving && row.movesWithStrategy))
    .map((row) => row.attribute);
}

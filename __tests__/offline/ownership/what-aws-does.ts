import type { ExistingResource } from "../../support/offline-account";

export type Resources = Record<string, ExistingResource>;

export function servicesOf(resources: Resources): readonly ExistingResource[] {
  return ofType(resources, "aws_ecs_service");
}

export function rulesOf(resources: Resources): readonly ExistingResource[] {
  return ofType(resources, "aws_lb_listener_rule");
}

/** The pipeline, or CodeDeploy, releases every service: a revision of its own. */
export function deployAll(resources: Resources): void {
  for (const { values } of servicesOf(resources)) {
    values["task_definition"] = String(values["task_definition"]).replace(/_seed:\d+$/, ":99");
  }
}

/** A shift puts so much of the traffic on the group that had none. */
export function shiftAll(resources: Resources, percent = 100): void {
  for (const group of weighted(resources)) {
    group.weight = group.weight === 0 ? percent : 100 - percent;
  }
}

/** What describes a service may name its groups the other way round after a shift: sources disagree. */
export function swapAll(resources: Resources): void {
  for (const { values } of servicesOf(resources)) {
    for (const block of values["load_balancer"] as LoadBalancer[]) {
      const other = block.advanced_configuration?.[0] ?? otherGroup(resources, values);
      if (other === undefined) continue;
      const first = block.target_group_arn;
      block.target_group_arn = other.alternate_target_group_arn;
      other.alternate_target_group_arn = first;
    }
  }
}

/** Autoscaling follows the load where it is declared. */
export function scaleAll(resources: Resources): void {
  for (const { values } of servicesOf(resources)) {
    if (String(values["name"]).endsWith("-scaled")) values["desired_count"] = 4;
  }
}

interface LoadBalancer {
  target_group_arn: string;
  advanced_configuration?: { alternate_target_group_arn: string }[];
}

interface WeightedGroup {
  readonly arn: string;
  weight: number;
}

function ofType(resources: Resources, type: string): readonly ExistingResource[] {
  return Object.values(resources).filter((resource) => resource.type === type);
}

function weighted(resources: Resources): readonly WeightedGroup[] {
  const rules = rulesOf(resources) as readonly { values: { action?: readonly Action[] } }[];
  return rules.flatMap(({ values: { action = [] } }) =>
    action.flatMap(({ forward = [] }) => forward.flatMap(({ target_group }) => target_group)),
  );
}

interface Action {
  readonly forward?: readonly { readonly target_group: readonly WeightedGroup[] }[];
}

/** The second group of a service that CodeDeploy deploys: only its deployment group knows it. */
function otherGroup(resources: Resources, service: Record<string, unknown>) {
  const controllers = service["deployment_controller"] as { readonly type: string }[];
  if (controllers[0]?.type !== "CODE_DEPLOY") return undefined;
  const prefix = `test-${String(service["name"])}-`;
  const used = (service["load_balancer"] as LoadBalancer[]).map(({ target_group_arn }) => target_group_arn);
  const other = ofType(resources, "aws_lb_target_group").find(
    ({ values }) =>
      new RegExp(`^${prefix}[0-9a-f]{4}$`).test(String(values["name"])) &&
      !used.includes(String(values["arn"])),
  );
  if (!other) throw new Error(`${prefix} has one target group`);
  return { alternate_target_group_arn: String(other.values["arn"]) };
}

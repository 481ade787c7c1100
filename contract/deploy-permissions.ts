import type { DeliveryTarget } from "./delivery-target";
import type { AllowedActions } from "./deploy-permission";
import { deployPermissionTable } from "./deploy-permission-table";
import { deploymentKind, ownerOf } from "./ownership";

/** What the deploy role of one service may do. */
export function deployStatements(target: DeliveryTarget): readonly AllowedActions[] {
  const owner = ownerOf("service", "task_definition", deploymentKind(target));
  return deployPermissionTable
    .filter(({ controller = target.controller }) => controller === target.controller)
    .filter(({ changesTaskDefinitionAs = owner }) => changesTaskDefinitionAs === owner)
    .map(({ sid, actions, resources, conditions }) => ({
      sid,
      actions,
      resources: resources(target),
      conditions: conditions?.(target) ?? [],
    }));
}

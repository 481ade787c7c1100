import type { Environment } from "../config/environment";
import { DeliveryTarget } from "../constructs/delivery/delivery-target";
import { DeployRole } from "../constructs/delivery/deploy-role";
import type { DeployedService } from "../constructs/services/deployed-service";
import type { DeliveryTarget as DeliveryTargetDocument } from "../contract/delivery-target";
import { shiftMinutes } from "../contract/deployment";
import { registryHost } from "../limits/private-images";
import { deployRoleName, pushRoleName, roleArn, taskFamily } from "../limits/resource-names";
import type { AccountStack } from "./account-stack";
import { loadVault } from "./load-vault";

/** Hands the services over to the application pipeline: where to deploy each, and the role that may. */
export function handOver(
  stack: AccountStack,
  environment: Environment,
  services: Iterable<DeployedService>,
): void {
  const targets = new Map(
    [...services].map((service) => [service.name, deliver(stack, environment, service)]),
  );
  if (environment.vault) {
    loadVault(stack.node.id).copyToVault(stack, environment.vault, environment.name, targets);
  }
}

function deliver(stack: AccountStack, environment: Environment, service: DeployedService): DeliveryTarget {
  const deployers = environment.services[service.name]?.deployedBy ?? [];
  const document = deliveryDocument(environment, service, deployers.length > 0);
  const role = new DeployRole(stack, `${service.name}-deploy-role`, {
    target: document,
    deployers,
  });
  return new DeliveryTarget(stack, `${service.name}-delivery-target`, { document, after: role.policies });
}

/** Names that AWS gives are references; all others are known. */
function deliveryDocument(
  { name: environment, account, region, registry, promotedFrom }: Environment,
  { name: service, templateArn, containerPort, deployment, codedeploy }: DeployedService,
  isPushed: boolean,
): DeliveryTargetDocument {
  return {
    version: 1,
    environment,
    service,
    account,
    region,
    cluster: environment,
    serviceName: service,
    taskFamily: taskFamily(environment, service),
    templateArn,
    container: service,
    ...(containerPort !== undefined && { containerPort }),
    repositoryUrl: `${registryHost(registry)}/${service}`,
    imageTag: environment,
    deployRoleArn: roleArn(account, deployRoleName(environment, service)),
    ...(isPushed && { pushRoleArn: roleArn(registry.account, pushRoleName(service)) }),
    ...(promotedFrom !== undefined && { promotedFrom }),
    strategy: deployment.strategy,
    controller: deployment.controller,
    ...(deployment.strategy !== "rolling" && { shiftMinutes: shiftMinutes(deployment) }),
    ...(codedeploy && { codedeploy }),
  };
}

import { VaultProvider } from "@cdktf/provider-vault/lib/provider";
import type { TerraformStack } from "cdktf";
import type { VaultSettings } from "../config/environment";
import type { DeliveryTarget } from "../constructs/delivery/delivery-target";
import { VaultDeliveryTarget } from "../constructs/delivery/vault-delivery-target";
import { literalText } from "../constructs/text/literal-text";

/**
 * Copies an environment's delivery targets to its Vault, at `<path>/<environment>/<service>`. Whoever runs Terraform logs in, as the
 * provider is told by its environment variables.
 *
 * Loaded only where an environment names a Vault: the provider's package is an optional peer dependency.
 *
 * @see https://registry.terraform.io/providers/hashicorp/vault/latest/docs#authentication
 */
export function copyToVault(
  stack: TerraformStack,
  { address, namespace, mount, path }: VaultSettings,
  environment: string,
  targets: ReadonlyMap<string, DeliveryTarget>,
): void {
  new VaultProvider(stack, "Vault", {
    address: literalText(address),
    namespace: namespace === undefined ? undefined : literalText(namespace),
  });
  for (const [service, target] of targets) {
    new VaultDeliveryTarget(stack, `${service}-vault-delivery-target`, {
      target,
      mount,
      path: `${path}/${environment}/${service}`,
    });
  }
}

import { KvSecretV2 } from "@cdktf/provider-vault/lib/kv-secret-v2";
import { Construct } from "constructs";
import { literalText } from "../text/literal-text";
import type { DeliveryTarget } from "./delivery-target";

export interface VaultDeliveryTargetProps {
  readonly target: DeliveryTarget;
  /** Where the KV v2 engine is mounted. */
  readonly mount: string;
  /** Path of the document in the engine, without slashes at its ends. */
  readonly path: string;
}

/**
 * A copy of a delivery target in HashiCorp Vault's KV v2, for pipelines that read everything there.
 *
 * Creates: a secret, whose fields are those of the document. Needs the package `@cdktf/provider-vault`, and its provider in the stack.
 *
 * @see https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2
 */
export class VaultDeliveryTarget extends Construct {
  constructor(scope: Construct, id: string, { target, mount, path }: VaultDeliveryTargetProps) {
    super(scope, id);
    new KvSecretV2(this, "Resource", {
      mount: literalText(mount),
      name: literalText(path),
      dataJson: target.json,
    });
  }
}

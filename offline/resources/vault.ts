import { type ResourceBehaviour } from "./behaviour";
import { templatedBehaviour } from "./templated-behaviour";

/** @see https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2 */
export const vaultBehaviours: readonly ResourceBehaviour[] = [
  templatedBehaviour("vault_kv_secret_v2", { path: "{mount}/data/{name}", id: "{path}" }),
];

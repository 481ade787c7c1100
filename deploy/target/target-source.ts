import type { VaultAccess } from "../vault/vault-access";

/** Where the delivery target is read from. */
export type TargetSource =
  | { readonly kind: "parameter" }
  | { readonly kind: "files"; readonly files: readonly TargetFile[] }
  | ({ readonly kind: "vault" } & VaultAccess);

/** Content of a file that `--target` names; one file holds one target. */
export interface TargetFile {
  readonly path: string;
  readonly text: string;
}

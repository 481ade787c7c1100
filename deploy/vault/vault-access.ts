/** @see https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2 */
export interface VaultAccess {
  /** For example `https://vault.example.com`. */
  readonly address: string;
  /** Vault Enterprise only. */
  readonly namespace?: string;
  /** Mount of the KV v2 engine. */
  readonly mount: string;
  /** Path below the mount, to which `<environment>/<service>` is added. */
  readonly path: string;
  readonly login: VaultLogin;
  readonly fetch: typeof fetch;
}

/** A token, or a CI's JSON Web Token for which Vault gives one. @see https://developer.hashicorp.com/vault/api-docs/auth/jwt */
export type VaultLogin =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "jwt"; readonly jwt: string; readonly role: string; readonly authPath: string };

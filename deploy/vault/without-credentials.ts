import type { VaultAccess } from "./vault-access";

/** A text that Vault or the network wrote, without what opens Vault. */
export function withoutCredentials({ login }: VaultAccess, text: string): string {
  const secret = login.kind === "token" ? login.token : login.jwt;
  return secret === "" ? text : text.replaceAll(secret, "…");
}

import { asText } from "../values/reading";
import { type ReadSettings } from "./provider-settings";

/**
 * Reads the configuration of the Vault provider: each Vault is kept like an account, under the name of its host. Who logs in, and
 * how, does not matter offline.
 *
 * @see https://registry.terraform.io/providers/hashicorp/vault/latest/docs#provider-arguments
 */
export const readVaultSettings: ReadSettings = (config) => ({
  settings: { account: accountOf(asText(config["address"])), region: "", partition: "", defaultTags: {} },
  diagnostics: [],
});

/** Without an address, the provider takes the one of the variable VAULT_ADDR. */
function accountOf(address: string | undefined): string {
  const host = address?.replace(/^\w+:\/\//, "").replace(/\/.*$/, "");
  return host ? `vault-${host.replaceAll(/[^\w.-]/g, "-")}` : "vault";
}

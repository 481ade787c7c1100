import type * as Vault from "./copy-to-vault";
import { ConstructError } from "../problems/construct-error";

/** Loads what writes to Vault. @throws ConstructError when the provider's package is not there. */
export function loadVault(where: string): typeof Vault {
  try {
    // A static import would load the provider, 0.3 s, for everybody, and fail for those who have no Vault.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const vault: typeof Vault = require("./copy-to-vault");
    return vault;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new ConstructError(where, [
      {
        where: "vault",
        must: "needs the package @cdktf/provider-vault",
        got: "no such package",
        advice: "Run npm install --save-dev @cdktf/provider-vault, or remove vault from the environment.",
      },
    ]);
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    Reflect.get(error, "code") === "MODULE_NOT_FOUND" &&
    error.message.includes("@cdktf/provider-vault")
  );
}

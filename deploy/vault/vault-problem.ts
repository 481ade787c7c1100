import type { Problem } from "../../problems/problem";
import type { VaultAccess } from "./vault-access";
import type { VaultAnswer } from "./ask-vault";
import { withoutCredentials } from "./without-credentials";

/** An answer of Vault that is not what was asked for, as a problem that its reader can mend. */
export function vaultProblem(access: VaultAccess, path: string, { status, body }: VaultAnswer): Problem {
  const { must, advice } = explain(access, status);
  const said = errorsOf(body).join("; ");
  return {
    where: `${access.address}/v1/${path}`,
    must,
    got: withoutCredentials(access, `status ${status}${said === "" ? "" : ` (${said.slice(0, 300)})`}`),
    advice,
  };
}

function explain({ login, namespace }: VaultAccess, status: number): { must: string; advice: string } {
  const place = namespace === undefined ? "" : ` in namespace ${JSON.stringify(namespace)}`;
  if (status >= 300 && status < 400) {
    return {
      must: "must answer itself",
      advice:
        "It sends to another address, where no token is sent: give the right one by --vault or VAULT_ADDR.",
    };
  }
  if (status === 400 || status === 403) {
    return login.kind === "jwt"
      ? {
          must: "must let this job in",
          advice: `Compare the role ${JSON.stringify(login.role)} of auth/${login.authPath}${place} with the job's token: audience, project and branch; its policy must read this path.`,
        }
      : {
          must: "must let the token read it",
          advice: `Check VAULT_TOKEN (is it still valid?) and that its policy reads this path${place}.`,
        };
  }
  if (status === 404)
    return { must: "must be there", advice: "Check --vault-mount, VAULT_AUTH_PATH and the namespace." };
  if (status === 503) {
    return {
      must: "must be unsealed",
      advice: "Ask the people who run Vault: it is sealed or in maintenance.",
    };
  }
  return { must: "must be answered by Vault", advice: "Check --vault and the state of Vault." };
}

function errorsOf(body: unknown): readonly string[] {
  if (typeof body !== "object" || body === null || !("errors" in body) || !Array.isArray(body.errors))
    return [];
  return body.errors
    .filter((error) => typeof error === "string")
    .map((error) => error.replaceAll(/\s+/g, " ").trim());
}

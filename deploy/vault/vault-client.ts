import { PreconditionError } from "../precondition-error";
import type { VaultAccess } from "./vault-access";
import { askVault } from "./ask-vault";
import { vaultProblem } from "./vault-problem";

/**
 * Content of a secret of Vault's KV v2 engine, newest version; undefined when there is none, or its newest version was deleted.
 *
 * @param path below the mount, without slashes at its ends
 * @param source for whom it is read, named by errors
 * @throws PreconditionError when Vault cannot be reached or refuses; neither token nor JWT is ever part of it
 */
export async function readVaultSecret(access: VaultAccess, path: string, source: string): Promise<unknown> {
  const token = await logIn(access, source);
  const place = `${trimSlashes(access.mount)}/data/${path}`;
  const answer = await askVault(access, { method: "GET", path: place, token }, source);
  if (answer.status === 404) return undefined;
  if (answer.status !== 200) throw new PreconditionError(source, [vaultProblem(access, place, answer)]);
  return field(field(answer.body, "data"), "data");
}

async function logIn(access: VaultAccess, source: string): Promise<string> {
  const { login } = access;
  if (login.kind === "token") return login.token;
  const path = `auth/${trimSlashes(login.authPath)}/login`;
  const answer = await askVault(
    access,
    { method: "POST", path, body: { role: login.role, jwt: login.jwt } },
    source,
  );
  const token = field(field(answer.body, "auth"), "client_token");
  if (answer.status === 200 && typeof token === "string") return token;
  throw new PreconditionError(source, [vaultProblem(access, path, answer)]);
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}

function trimSlashes(path: string): string {
  return path.replaceAll(/^\/+|\/+$/g, "");
}

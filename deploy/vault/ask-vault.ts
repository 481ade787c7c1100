import { errorWords } from "../aws/error-words";
import { PreconditionError } from "../precondition-error";
import type { VaultAccess } from "./vault-access";
import { withoutCredentials } from "./without-credentials";

export interface VaultQuestion {
  readonly method: "GET" | "POST";
  /** Below `/v1/`. */
  readonly path: string;
  readonly token?: string;
  readonly body?: unknown;
}

export interface VaultAnswer {
  readonly status: number;
  /** Undefined when it is not JSON. */
  readonly body: unknown;
}

const attempts = 4;
const timeoutMilliseconds = 10_000;
const pauseMilliseconds = 250;

/** Statuses that pass: too many requests, a replica that lags behind, a server that fails. */
const passing: readonly number[] = [412, 429, 500, 502, 503, 504];

/** One request to Vault, repeated while what goes wrong may pass. @see https://developer.hashicorp.com/vault/api-docs#http-status-codes */
export async function askVault(
  access: VaultAccess,
  question: VaultQuestion,
  source: string,
): Promise<VaultAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryOnce(access, question);
    if (!(answer instanceof Unreached)) {
      if (attempt === attempts || !passing.includes(answer.status)) return answer;
    } else if (attempt === attempts) throw new PreconditionError(source, [unreachable(access, answer)]);
    await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds * attempt * (0.5 + Math.random())));
  }
}

async function tryOnce(
  access: VaultAccess,
  { method, path, token, body }: VaultQuestion,
): Promise<VaultAnswer | Unreached> {
  const address = access.address.replace(/\/+$/, "");
  try {
    const answer = await access.fetch(`${address}/v1/${path.split("/").map(encodeURIComponent).join("/")}`, {
      method,
      headers: {
        "X-Vault-Request": "true",
        ...(token !== undefined && { "X-Vault-Token": token }),
        ...(access.namespace !== undefined && { "X-Vault-Namespace": access.namespace }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      // A token goes to the address that was given and to no other.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    return { status: answer.status, body: readJson(await answer.text()) };
  } catch (error) {
    return new Unreached(
      errorWords(Reflect.get(Object(error), "cause")).message || errorWords(error).message,
    );
  }
}

/** No answer came. */
class Unreached {
  constructor(readonly reason: string) {}
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function unreachable(access: VaultAccess, { reason }: Unreached) {
  return {
    where: access.address,
    must: "must be a Vault that this machine reaches",
    got: withoutCredentials(access, reason) || "no answer",
    advice: "Check address (--vault or VAULT_ADDR), network, proxy and certificate (NODE_EXTRA_CA_CERTS).",
  };
}

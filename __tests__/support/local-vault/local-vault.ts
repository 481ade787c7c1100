import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isRecord } from "../local-aws/is-record";

export interface VaultRequest {
  readonly method: string;
  /** With `/v1/` in front. */
  readonly path: string;
  readonly namespace?: string;
  readonly token?: string;
  readonly body: unknown;
}

export interface VaultFault {
  /** HTTP status, or a connection that breaks. */
  readonly error: number | "reset";
  /** Requests that it happens to. @default 1 */
  readonly times?: number;
}

interface Secret {
  readonly data: unknown;
  readonly deleted: boolean;
}

interface JwtRole {
  readonly accepts: (jwt: string) => boolean;
  /** Prefixes of secrets, `<mount>/data/<path>`, that its tokens read. @default - all */
  readonly reads?: readonly string[];
}

type Answer = readonly [status: number, body: unknown];

/**
 * HashiCorp Vault on loopback: secrets of KV v2 engines, login by JWT, tokens that read some paths, sealing.
 *
 * @see https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
 * @see https://developer.hashicorp.com/vault/api-docs/auth/jwt
 */
export class LocalVault {
  /** Every request, in order. */
  readonly requests: VaultRequest[] = [];
  /** A sealed Vault answers 503 to everything. */
  isSealed = false;
  /** Requests for another namespace find nothing. @default - no namespace */
  namespace: string | undefined;
  private readonly secrets = new Map<string, Secret>();
  /** Prefixes that a token reads; undefined: all. */
  private readonly tokens = new Map<string, readonly string[] | undefined>();
  private readonly roles = new Map<string, JwtRole>();
  private faults: readonly (number | "reset")[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(): Promise<LocalVault> {
    const vault = new LocalVault();
    await new Promise<void>((listening) => vault.server.listen(0, "127.0.0.1", listening));
    return vault;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  get address(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("the server does not listen");
    return `http://127.0.0.1:${address.port}`;
  }

  /** Writes the newest version of a secret. */
  write(mount: string, path: string, data: unknown): void {
    this.secrets.set(`${mount}/data/${path}`, { data, deleted: false });
  }

  /** Deletes the newest version: it answers 404, with metadata. */
  delete(mount: string, path: string): void {
    this.secrets.set(`${mount}/data/${path}`, { data: null, deleted: true });
  }

  /** Makes a token. @param reads prefixes `<mount>/data/<path>`; all without them */
  token(token: string, reads?: readonly string[]): string {
    this.tokens.set(token, reads);
    return token;
  }

  /** Makes a role of a JWT auth method. @param authPath such as `jwt` */
  jwtRole(authPath: string, role: string, settings: JwtRole): void {
    this.roles.set(`${authPath}/${role}`, settings);
  }

  /** The next requests go wrong. */
  fault({ error, times = 1 }: VaultFault): void {
    this.faults = [...this.faults, ...Array.from({ length: times }, () => error)];
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(Buffer.from(part));
    const request = readRequest(incoming, Buffer.concat(parts).toString("utf8"));
    this.requests.push(request);
    const [fault, ...rest] = this.faults;
    this.faults = rest;
    if (fault === "reset") return void incoming.socket.destroy();
    const [status, body] =
      fault === undefined ? this.answer(request) : [fault, { errors: ["internal error"] }];
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  }

  private answer(request: VaultRequest): Answer {
    if (this.isSealed) return [503, { errors: ["Vault is sealed"] }];
    if (request.namespace !== this.namespace) return permissionDenied;
    const [, authPath] = /^\/v1\/auth\/(.+)\/login$/.exec(request.path) ?? [];
    if (authPath !== undefined) return this.logIn(authPath, request.body);
    return this.read(request.path.replace("/v1/", ""), request.token ?? "");
  }

  private logIn(authPath: string, body: unknown): Answer {
    const { role, jwt } = isRecord(body) ? body : {};
    const known = this.roles.get(`${authPath}/${String(role)}`);
    if (!known) return [400, { errors: [`role "${String(role)}" could not be found`] }];
    if (!known.accepts(String(jwt)))
      return [400, { errors: ["error validating token: invalid audience (aud) claim"] }];
    const token = this.token(`hvs.${authPath}-${String(role)}-${this.requests.length}`, known.reads);
    return [200, { auth: { client_token: token, lease_duration: 3600, policies: ["default"] } }];
  }

  private read(place: string, token: string): Answer {
    if (!this.tokens.has(token)) return permissionDenied;
    const reads = this.tokens.get(token);
    if (reads && !reads.some((prefix) => place.startsWith(prefix))) return permissionDenied;
    const secret = this.secrets.get(place);
    if (!secret) return [404, { errors: [] }];
    const metadata = {
      version: 1,
      deletion_time: secret.deleted ? "2026-01-01T00:00:00Z" : "",
      destroyed: false,
    };
    return [secret.deleted ? 404 : 200, { data: { data: secret.data, metadata } }];
  }
}

const permissionDenied: Answer = [403, { errors: ["permission denied"] }];

function readRequest({ method = "GET", url = "/", headers }: IncomingMessage, text: string): VaultRequest {
  const { "x-vault-namespace": namespace, "x-vault-token": token } = headers;
  return {
    method,
    path: decodeURIComponent(url),
    ...(typeof namespace === "string" ? { namespace } : {}),
    ...(typeof token === "string" ? { token } : {}),
    body: text === "" ? undefined : JSON.parse(text),
  };
}

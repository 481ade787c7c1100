import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type Authorization } from "./iam/authorization";
import { faultError, type Faults } from "./faults";
import { AwsError } from "./protocol/aws-error";
import { readSignature } from "./protocol/credentials";
import { type Operations } from "./protocol/operation";
import { readCall, type ReceivedCall } from "./protocol/received-call";
import { errorAnswer, successAnswer, type WireAnswer } from "./protocol/wire-answer";
import { type World } from "./region";
import { type Sessions } from "./sts/sessions";

/** One call, as tests see it. */
export interface RecordedCall {
  /** `ecs:UpdateService` */
  readonly operation: string;
  /** Absent for unsigned calls. */
  readonly account?: string;
  readonly region?: string;
  readonly caller?: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Code of the error that was answered. */
  error?: string;
}

export interface ServerParts {
  readonly world: World;
  readonly sessions: Sessions;
  readonly operations: Operations;
  readonly faults: Faults;
  readonly authorization: Authorization;
  readonly record: (call: RecordedCall) => void;
}

/** Operations that need no signature. */
const unsigned: readonly string[] = ["sts:AssumeRoleWithWebIdentity"];

/** The HTTP side: reads a call, finds out who calls, lets faults happen, and answers in the protocol of the call. */
export class AwsServer {
  private readonly server: Server;

  private constructor(private readonly parts: ServerParts) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(parts: ServerParts): Promise<AwsServer> {
    const started = new AwsServer(parts);
    await new Promise<void>((listening) => started.server.listen(0, "127.0.0.1", listening));
    return started;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("the server does not listen");
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    this.parts.world.clock.settle();
    if (request.method === "GET") return this.serveBlob(request, response);
    const body = Buffer.concat(parts).toString("utf8");
    const answer = await this.answer(request, body);
    if (answer === "reset") return void request.socket.destroy();
    if (answer === "hang") return;
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  }

  private async answer(request: IncomingMessage, body: string): Promise<WireAnswer | "reset" | "hang"> {
    const { world, faults, record } = this.parts;
    const requestId = world.ids.uuid();
    const call = readCallOrError(request, body);
    if (call instanceof AwsError) return errorAnswer({ operation: "", protocol: "json" }, call, requestId);
    const recorded: RecordedCall = { operation: call.operation, input: call.input, at: Date.now() };
    record(recorded);
    const fault = faults.take(call.operation);
    fault?.meanwhile?.();
    if (fault?.latency) await new Promise((over) => setTimeout(over, fault.latency));
    const { error } = fault ?? {};
    if (error === "reset") return "reset";
    if (error === "hang") return "hang";
    try {
      if (error !== undefined && error !== "lost-answer") {
        const { code, message, status } = faultError(error);
        throw new AwsError(code, message, status);
      }
      const output = this.carryOut(call, request, recorded);
      return error === "lost-answer" ? "reset" : successAnswer(call, output, requestId);
    } catch (thrown) {
      if (!(thrown instanceof AwsError)) throw thrown;
      Object.assign(recorded, { error: thrown.code });
      return errorAnswer(call, thrown, requestId);
    }
  }

  private carryOut(
    { operation, input }: ReceivedCall,
    request: IncomingMessage,
    recorded: RecordedCall,
  ): unknown {
    const { world, sessions, operations, authorization } = this.parts;
    const signature = readSignature(request.headers);
    if (!signature && !unsigned.includes(operation))
      throw new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
    const caller = signature && sessions.caller(signature);
    const region = world.region(caller?.account ?? "", signature?.region ?? "");
    Object.assign(recorded, { account: caller?.account, region: signature?.region, caller: caller?.arn });
    const run = operations[operation];
    if (!run) throw new AwsError("UnknownOperationException", "");
    if (caller) authorization.authorize(operation, caller, region, input);
    return run({ region, url: this.url, ...(caller ? { caller } : {}) }, input);
  }

  /** Blobs are behind URLs that need no signature, as S3's presigned ones. */
  private serveBlob(request: IncomingMessage, response: ServerResponse): void {
    const [, , account = "", region = "", name = "", digest = ""] = (request.url ?? "").split("/");
    const repository = this.parts.world.region(account, region).repositories.get(decodeURIComponent(name));
    const blob = repository?.blobs.get(digest);
    response.writeHead(blob === undefined ? 404 : 200, { "content-type": "application/octet-stream" });
    response.end(blob);
  }
}

function readCallOrError(request: IncomingMessage, body: string): ReceivedCall | AwsError {
  try {
    return readCall(request.headers, body);
  } catch (error) {
    if (error instanceof AwsError) return error;
    throw error;
  }
}

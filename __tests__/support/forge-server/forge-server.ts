import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type ForgeName } from "../../../verify/comment/target";
import { bitbucketApi } from "./bitbucket-api";
import { type ForgeApi, type ReceivedRequest } from "./forge-api";
import { githubApi } from "./github-api";
import { gitlabApi } from "./gitlab-api";
import { Thread } from "./thread";

/** What goes wrong with the next request of a method. */
export interface Fault {
  readonly method: "GET" | "POST" | "UPDATE" | "DELETE";
  /** Answered instead of what the forge would. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or text as it is. */
  readonly body?: unknown;
  /** The connection breaks before the forge has done anything, or after it has. */
  readonly drop?: "before" | "after";
  readonly delayMilliseconds?: number;
  /** What somebody else does just before. */
  readonly meanwhile?: (thread: Thread) => void;
}

/** A local HTTP server that speaks the API of a forge. */
export class ForgeServer {
  readonly thread = new Thread();
  readonly requests: ReceivedRequest[] = [];
  private readonly faults: Fault[] = [];
  private readonly server: Server;

  private constructor(private readonly api: ForgeApi) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  static async start(forge: ForgeName): Promise<ForgeServer> {
    const started = new ForgeServer({ gitlab: gitlabApi, github: githubApi, bitbucket: bitbucketApi }[forge]);
    await new Promise<void>((listening) => started.server.listen(0, "127.0.0.1", listening));
    return started;
  }

  get host(): string {
    const address = this.server.address();
    if (address === null || typeof address === "string") throw new Error("the server does not listen");
    return `127.0.0.1:${address.port}`;
  }

  get env(): Readonly<Record<string, string>> {
    return this.api.env(`http://${this.host}`, this.thread);
  }

  /** Methods of the requests that came, in order; both PUT and PATCH are an update. */
  get methods(): readonly string[] {
    return this.requests.map(({ method }) => faultMethod(method));
  }

  fail(...faults: readonly Fault[]): void {
    this.faults.push(...faults);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/", headers } = incoming;
    let text = "";
    for await (const part of incoming) text += String(part);
    const request = {
      method,
      headers,
      url: new URL(url, `http://${this.host}`),
      content: text && JSON.parse(text),
    };
    this.requests.push(request);

    const index = this.faults.findIndex((fault) => fault.method === faultMethod(method));
    const [fault] = index < 0 ? [] : this.faults.splice(index, 1);
    fault?.meanwhile?.(this.thread);
    if (fault?.drop === "before") return void incoming.socket.destroy();
    if (fault?.delayMilliseconds) await new Promise((over) => setTimeout(over, fault.delayMilliseconds));
    const answer =
      fault?.status === undefined
        ? this.api.answer(request, this.thread)
        : { status: fault.status, json: fault.body };
    if (fault?.drop === "after") return void incoming.socket.destroy();
    const json = typeof answer.json === "string" ? answer.json : JSON.stringify(answer.json);
    const type = typeof answer.json === "string" ? "text/html" : "application/json";
    response.writeHead(answer.status, {
      "content-type": type,
      ...("headers" in answer ? answer.headers : {}),
      ...fault?.headers,
    });
    response.end(json);
  }
}

function faultMethod(method: string): string {
  return method === "PUT" || method === "PATCH" ? "UPDATE" : method;
}

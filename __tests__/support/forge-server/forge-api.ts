import { type IncomingHttpHeaders } from "node:http";
import { type Thread } from "./thread";

export interface ReceivedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  /** JSON that was sent. */
  readonly content: unknown;
}

export interface ApiAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** One forge's REST API over one merge request, as its documentation describes it. */
export interface ForgeApi {
  /** The variables of a pipeline of that forge, with the token. */
  readonly env: (server: string, thread: Thread) => Readonly<Record<string, string>>;
  readonly answer: (request: ReceivedRequest, thread: Thread) => ApiAnswer;
}

/** A text below a key of what was sent. */
export function textAt(content: unknown, ...keys: readonly string[]): string | undefined {
  let found = content;
  for (const key of keys) {
    found =
      typeof found === "object" && found !== null
        ? Object.entries(found).find(([name]) => name === key)?.[1]
        : undefined;
  }
  return typeof found === "string" ? found : undefined;
}

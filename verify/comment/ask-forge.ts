import { z } from "zod";
import { type ConfigError } from "../../problems/config-error";
import { type Answer, noAnswer } from "./forge";
import { forges } from "./forges";
import { forgeWords, problemWith } from "./refusal";
import { secondsToWait } from "./retry-wait";
import { type CommentTarget } from "./target";

export interface ForgeRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Below the API's address, with its query. */
  readonly path: string;
  /** Sent as JSON. */
  readonly content?: unknown;
}

/** The network, as an argument. */
export interface Network {
  /** Node's own `fetch`. */
  readonly fetch: typeof fetch;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /**
   * Between 0 and 1, for jitter.
   *
   * @default Math.random
   */
  readonly random?: () => number;
  /**
   * Longest time that one answer may take.
   *
   * @default 30000
   */
  readonly timeoutMilliseconds?: number;
}

const mostTries = 5;
/** A forge that asks for more holds up the pipeline for longer than a comment is worth. */
const longestWaitSeconds = 90;
const mostRedirects = 5;

/**
 * Sends a request and returns the final answer, refusals included; a busy or unreachable forge is asked again, up to five times.
 *
 * @throws ConfigError when no final answer comes
 */
export async function askForge(
  target: CommentTarget,
  request: ForgeRequest,
  network: Network,
): Promise<Answer> {
  const { random = Math.random } = network;
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(target, request, network);
    const wait = secondsToWait(answer, tries, random());
    if (wait === undefined) return answer;
    if (wait > longestWaitSeconds) throw gaveUp(target, answer, tries, wait);
    if (tries === mostTries) throw gaveUp(target, answer, tries);
    await network.sleep(Math.round(wait * 1000));
  }
}

function gaveUp(target: CommentTarget, answer: Answer, tries: number, wait?: number): ConfigError {
  const words = forgeWords(target, answer);
  return problemWith(target, {
    where: new URL(target.api).host,
    must: "must answer",
    got: tries === 1 ? words : `${words} at the last of ${tries} tries`,
    advice:
      wait === undefined ? "Run the job again later." : `Run the job again in ${Math.ceil(wait)} seconds.`,
  });
}

/** One try, redirects followed. */
async function ask(target: CommentTarget, request: ForgeRequest, network: Network): Promise<Answer> {
  let url = new URL(`${target.api}${request.path}`);
  for (let redirects = 0; ; redirects += 1) {
    const answer = await send(target, url, request, network);
    if (answer.status < 300 || answer.status > 399) return answer;
    const location = answer.headers.get("location");
    if (location === null || redirects === mostRedirects) return answer;
    url = sameServer(target, url, location);
  }
}

async function send(
  target: CommentTarget,
  url: URL,
  request: ForgeRequest,
  network: Network,
): Promise<Answer> {
  const { timeoutMilliseconds = 30_000 } = network;
  const { content } = request;
  try {
    const response = await network.fetch(url, {
      method: request.method,
      headers: {
        "user-agent": "ecs-env",
        accept: "application/json",
        ...(content === undefined ? {} : { "content-type": "application/json" }),
        ...forges[target.forge].headers(target.token),
      },
      body: content === undefined ? undefined : JSON.stringify(content),
      // Node's fetch takes PRIVATE-TOKEN along to another host.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: readJson(text) };
  } catch (error) {
    const text = networkWords(error, timeoutMilliseconds);
    return { status: noAnswer, headers: new Headers(), text, json: undefined };
  }
}

/** Where a redirect leads, if the token may go there: the same server, or the same one by https. */
function sameServer(target: CommentTarget, from: URL, location: string): URL {
  const to = URL.canParse(location, from) ? new URL(location, from) : undefined;
  const isUpgrade = from.protocol === "http:" && to?.protocol === "https:" && to.hostname === from.hostname;
  if (to !== undefined && (to.origin === from.origin || isUpgrade)) return to;
  throw problemWith(target, {
    where: from.host,
    must: "must answer itself, because the token is meant for it alone",
    got: `a redirect to ${to?.host ?? "an address that cannot be read"}`,
    advice: "Give the address of the API that answers, if that is the right one.",
  });
}

const networkError = z.object({
  name: z.string(),
  message: z.string(),
  cause: z.object({ message: z.string(), code: z.string() }).partial().optional(),
});

/** Node says only "fetch failed"; the reason is in the cause, for an address with two forms in its code alone. */
function networkWords(error: unknown, timeoutMilliseconds: number): string {
  const { data } = networkError.safeParse(error);
  if (data === undefined) return String(error);
  if (data.name === "TimeoutError") return `no answer within ${timeoutMilliseconds / 1000} s`;
  const cause = data.cause?.message || data.cause?.code;
  return cause === undefined ? data.message : `${data.message}: ${cause}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { type Answer, noAnswer } from "./forge";

/** GitHub: "wait for at least one minute" when it does not say how long (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api). */
const secondsAfterRateLimit = 60;

/**
 * Seconds until a request may be sent again; undefined when the answer is final.
 *
 * A busy forge says how long itself. Otherwise the wait doubles from one second, with jitter, so that pipelines which failed together
 * do not come back together.
 *
 * @param tries how often the request was sent, from 1
 * @param random between 0 and 1
 */
export function secondsToWait(answer: Answer, tries: number, random: number): number | undefined {
  const backoff = 2 ** (tries - 1) * (0.5 + random / 2);
  if (answer.status === noAnswer) return backoff;
  const limited = isRateLimit(answer);
  if (!limited && answer.status !== 429 && answer.status < 500) return undefined;
  const asked = secondsAsked(answer.headers);
  if (asked !== undefined) return asked + random;
  return limited ? secondsAfterRateLimit + random : backoff;
}

/** GitHub answers 403 both for a missing right and for too many requests. */
function isRateLimit({ status, headers, text }: Answer): boolean {
  if (status !== 403) return false;
  return (
    headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0" || /rate limit/i.test(text)
  );
}

function secondsAsked(headers: Headers): number | undefined {
  const after = headers.get("retry-after")?.trim();
  if (after !== undefined && /^\d+$/.test(after)) return Number(after);
  if (after !== undefined) return secondsUntil(Date.parse(after), headers);
  if (headers.get("x-ratelimit-remaining") !== "0") return undefined;
  return secondsUntil(Number(headers.get("x-ratelimit-reset")) * 1000, headers);
}

/** Counted from the forge's own clock, which its answer carries. */
function secondsUntil(time: number, headers: Headers): number | undefined {
  const seconds = Math.ceil((time - Date.parse(headers.get("date") ?? "")) / 1000);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

import { noAnswer } from "../../../verify/comment/forge";
import { secondsToWait } from "../../../verify/comment/retry-wait";

const date = "Sat, 21 Nov 2026 12:00:00 GMT";

function answer(status: number, headers: Readonly<Record<string, string>> = {}, text = "") {
  return { status, headers: new Headers(headers), text, json: undefined };
}

describe("secondsToWait", () => {
  test.each([200, 201, 204, 302, 400, 401, 403, 404, 409, 422])("takes %i as final", (status) => {
    expect(secondsToWait(answer(status), 1, 0)).toBeUndefined();
  });

  test.each([noAnswer, 429, 500, 502, 503, 504])("waits after %i", (status) => {
    expect(secondsToWait(answer(status), 1, 1)).toBe(1);
  });

  test.each([
    [1, 0, 0.5],
    [1, 1, 1],
    [3, 0, 2],
    [3, 1, 4],
  ])("waits longer and with jitter: try %i with %f for %f s", (tries, random, seconds) => {
    expect(secondsToWait(answer(503), tries, random)).toBe(seconds);
  });

  test.each([
    ["12", 12],
    ["0", 0],
    ["Sat, 21 Nov 2026 12:00:30 GMT", 30],
    ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
  ])("waits as Retry-After: %s says", (after, seconds) => {
    expect(secondsToWait(answer(429, { "retry-after": after, date }), 1, 0)).toBe(seconds);
  });

  test("does not come back before the time that was asked for", () => {
    expect(secondsToWait(answer(429, { "retry-after": "12" }), 1, 0.5)).toBe(12.5);
  });

  test.each(["soon", ""])("waits as long as without a Retry-After that cannot be read: %j", (after) => {
    expect(secondsToWait(answer(429, { "retry-after": after, date }), 2, 0)).toBe(1);
  });
});

import { awsTrouble, unlessTroubled } from "../../../deploy/rollout/aws-trouble";

function error(name: string, more: object = {}): Error {
  return Object.assign(new Error("said"), { name, ...more });
}

describe("awsTrouble", () => {
  test.each([
    error("ThrottlingException", { $metadata: { httpStatusCode: 400 } }),
    error("TooManyRequestsException", { $metadata: {} }),
    error("ServerException", { $metadata: { httpStatusCode: 500 } }),
    error("Unknown", { $metadata: { httpStatusCode: 503 } }),
    error("Unknown", { $metadata: { httpStatusCode: 429 } }),
    error("TimeoutError"),
    error("Error", { code: "ECONNRESET" }),
    error("Error", { code: "EAI_AGAIN" }),
    error("Unknown", { $metadata: {}, $retryable: {} }),
  ])("may pass: $name %#", (given) => {
    expect(awsTrouble(given)).toEqual({ isPassing: true, text: `${given.name}: said` });
  });

  test.each([
    error("ExpiredTokenException", { $metadata: { httpStatusCode: 400 } }),
    error("AccessDeniedException", { $metadata: { httpStatusCode: 400 }, $retryable: undefined }),
    error("CredentialsProviderError"),
  ])("does not pass by itself: $name", (given) => {
    expect(awsTrouble(given)).toMatchObject({ isPassing: false });
  });

  test.each([new TypeError("ours"), error("ConfigError"), "text"])("is none of AWS: %s", (given) => {
    expect(awsTrouble(given)).toBeUndefined();
  });

  test("of what only explains is told, mistakes of ours are thrown", async () => {
    const told: string[] = [];
    const fail = (given: Error) =>
      unlessTroubled(
        () => Promise.reject(given),
        (text) => told.push(text),
      );
    await fail(error("AccessDeniedException", { $metadata: {} }));
    expect(told).toEqual(["AccessDeniedException: said"]);
    await expect(fail(new TypeError("ours"))).rejects.toThrow("ours");
  });
});

import type { AwsConnection } from "./connect-aws";

const defaultAttempts = 8;

/** A connection that hangs is given up after these times, and tried again. */
const connectionTimeout = 5_000;
const requestTimeout = 20_000;

/** What every client of the SDK is made with. The mode "standard" pauses between attempts, longer each time, with jitter. */
export function clientOptions({ region, credentials, maxAttempts, requestSeconds }: AwsConnection) {
  return {
    ...(region !== undefined && { region }),
    ...(credentials !== undefined && { credentials }),
    maxAttempts: maxAttempts ?? defaultAttempts,
    retryMode: "standard",
    requestHandler: {
      connectionTimeout,
      requestTimeout: requestSeconds === undefined ? requestTimeout : requestSeconds * 1_000,
      throwOnRequestTimeout: true,
    },
  };
}

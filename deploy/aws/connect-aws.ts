import type { AwsPorts } from "../ports/ports";
import type { AwsCredentials } from "./aws-access";

export interface AwsConnection {
  /** Without it the SDK's chain decides. */
  readonly region?: string;
  /** Without them the SDK's default chain finds some. */
  readonly credentials?: AwsCredentials;
  /** @default 8 */
  readonly maxAttempts?: number;
}

/** AWS by its SDK; nothing is loaded or called before it is needed. */
export function connectAws(_connection: AwsConnection): AwsPorts {
  throw new Error("being built");
}

import type { ECSClientConfig } from "@aws-sdk/client-ecs";

/** Anything that the SDK takes as credentials. */
export type AwsCredentials = NonNullable<ECSClientConfig["credentials"]>;

/** How the process reaches AWS; credentials come from the SDK's default chain unless something here says otherwise. */
export interface AwsAccess {
  /** `--region`; without it the SDK's chain decides (`AWS_REGION`, the profile's region). */
  readonly region?: string;
  /**
   * Attempts of one API call, with growing pauses in between.
   *
   * @default 8
   */
  readonly maxAttempts?: number;
  /**
   * After this time without an answer, a request is given up and tried again.
   *
   * @default 20
   */
  readonly requestSeconds?: number;
  /** Reads the CI's token (`AWS_WEB_IDENTITY_TOKEN_FILE`). */
  readonly readWebIdentityToken?: () => Promise<string>;
  /**
   * Role that the token is for (`AWS_ROLE_ARN`), which the SDK assumes by itself, for an hour.
   *
   * @default - the deploy role of the delivery target, when that is found without AWS
   */
  readonly webIdentityRoleArn?: string;
}

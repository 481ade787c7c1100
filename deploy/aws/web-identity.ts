import type { AwsCredentials } from "./aws-access";
import { clientOptions } from "./client-options";
import type { AwsConnection } from "./connect-aws";

/**
 * Credentials of a role, given by AWS for a CI's token. The SDK asks again when they are about to expire.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 */
export function webIdentity(
  roleArn: string,
  readToken: () => Promise<string>,
  durationSeconds: number,
  connection: AwsConnection,
): AwsCredentials {
  return async () => {
    const { AssumeRoleWithWebIdentityCommand, STSClient } = await import("@aws-sdk/client-sts");
    const client = new STSClient(clientOptions(connection));
    const { Credentials: given } = await client.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn,
        RoleSessionName: "ecs-env",
        DurationSeconds: durationSeconds,
        WebIdentityToken: await readToken(),
      }),
    );
    if (given?.AccessKeyId === undefined || given.SecretAccessKey === undefined) {
      throw new Error("AWS answered AssumeRoleWithWebIdentity without credentials.");
    }
    return {
      accessKeyId: given.AccessKeyId,
      secretAccessKey: given.SecretAccessKey,
      ...(given.SessionToken !== undefined && { sessionToken: given.SessionToken }),
      ...(given.Expiration !== undefined && { expiration: given.Expiration }),
    };
  };
}

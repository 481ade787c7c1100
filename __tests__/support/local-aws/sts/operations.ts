import {
  type AssumeRoleCommandInput,
  type AssumeRoleCommandOutput,
  type AssumeRoleWithWebIdentityCommandInput,
  type AssumeRoleWithWebIdentityCommandOutput,
  type GetCallerIdentityCommandInput,
  type GetCallerIdentityCommandOutput,
} from "@aws-sdk/client-sts";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";
import { type Sessions } from "./sessions";

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html */
export function stsOperations(sessions: Sessions): Operations {
  return {
    "sts:GetCallerIdentity": operation<GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput>(
      ({ caller }) => ({ UserId: caller?.userId, Account: caller?.account, Arn: caller?.arn }),
    ),
    "sts:AssumeRole": operation<AssumeRoleCommandInput, AssumeRoleCommandOutput>(
      ({ caller }, { RoleArn = "", RoleSessionName = "" }) => {
        const { trust } = sessions.role(RoleArn);
        const trusted = trust.principals ?? [];
        const isTrusted = trusted.includes(caller?.arn ?? "") || trusted.includes(caller?.roleArn ?? "");
        if (isTrusted) return sessions.open(RoleArn, RoleSessionName);
        throw new AwsError(
          "AccessDenied",
          `User: ${caller?.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
          403,
        );
      },
    ),
    "sts:AssumeRoleWithWebIdentity": operation<
      AssumeRoleWithWebIdentityCommandInput,
      AssumeRoleWithWebIdentityCommandOutput
    >((_context, { RoleArn = "", RoleSessionName = "", WebIdentityToken = "" }) => {
      const { trust } = sessions.role(RoleArn, "sts:AssumeRoleWithWebIdentity");
      if (trust.webIdentity?.(WebIdentityToken) ?? false) return sessions.open(RoleArn, RoleSessionName);
      throw new AwsError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
    }),
  };
}

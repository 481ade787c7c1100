import type { DeliveryTarget } from "../../contract/delivery-target";
import { sessionSeconds } from "../../contract/session-seconds";
import type { AwsAccess } from "../aws/aws-access";
import { connectAws } from "../aws/connect-aws";
import { webIdentity } from "../aws/web-identity";
import type { AwsPorts } from "../ports/ports";
import { findTarget, type TargetName } from "./find-target";
import type { TargetSource } from "./target-source";

/** A service that was found, and AWS in its region with the credentials that are for it. */
export interface Located {
  readonly target: DeliveryTarget;
  readonly aws: AwsPorts;
}

/** Finds a service's delivery target and connects to AWS for it: what every command begins with. @throws PreconditionError */
export async function locate(name: TargetName, source: TargetSource, access: AwsAccess): Promise<Located> {
  const { readWebIdentityToken: readToken, webIdentityRoleArn, ...options } = access;
  const first = connectAws(options);
  const target = await findTarget(name, source, first);
  const connection = { ...options, region: target.region };
  const seconds = sessionSeconds(target.shiftMinutes ?? 0);
  // The SDK's own session ends after an hour, in the middle of a long deployment.
  const isTooShort = webIdentityRoleArn === target.deployRoleArn && seconds > sdkSessionSeconds;
  // A parameter was read with credentials that are there: another role would be one too many.
  const isNobody = webIdentityRoleArn === undefined && source.kind !== "parameter";
  if (readToken === undefined || !(isTooShort || isNobody)) {
    return { target, aws: access.region === target.region ? first : connectAws(connection) };
  }
  const credentials = webIdentity(target.deployRoleArn, readToken, seconds, connection);
  return { target, aws: connectAws({ ...connection, credentials }) };
}

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const sdkSessionSeconds = 3600;

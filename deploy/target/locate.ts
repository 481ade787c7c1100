import type { DeliveryTarget } from "../../contract/delivery-target";
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
  const { readWebIdentityToken: readToken, ...options } = access;
  const first = connectAws(options);
  const target = await findTarget(name, source, first);
  const connection = { ...options, region: target.region };
  // The parameter was read with credentials that are there: another role would be one too many.
  if (readToken === undefined || source.kind === "parameter") {
    return { target, aws: access.region === target.region ? first : connectAws(connection) };
  }
  const credentials = webIdentity(target.deployRoleArn, readToken, connection);
  return { target, aws: connectAws({ ...connection, credentials }) };
}

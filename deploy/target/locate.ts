import type { DeliveryTarget } from "../../contract/delivery-target";
import type { AwsAccess } from "../aws/aws-access";
import type { AwsPorts } from "../ports/ports";
import type { TargetName } from "./find-target";
import type { TargetSource } from "./target-source";

/** A service that was found, and AWS in its region with the credentials that are for it. */
export interface Located {
  readonly target: DeliveryTarget;
  readonly aws: AwsPorts;
}

/** Finds a service's delivery target and connects to AWS for it: what every command begins with. @throws PreconditionError */
export function locate(_name: TargetName, _source: TargetSource, _access: AwsAccess): Promise<Located> {
  throw new Error("being built");
}

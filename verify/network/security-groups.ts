import { type EnvironmentFiles } from "../estate/estate";
import { type Resource } from "../estate/resource";
import { isUnset, itemsOf } from "../values/plain-values";
import { showValue } from "../values/show-value";
import { Reference, type Value } from "../values/value";
import { attributeOf, identityOf, resourceOf } from "./identity";
import { type SecurityGroup } from "./network";

/**
 * Finds the security groups that values name.
 *
 * Every VPC has a default group, which admits its own members and lets everything out unless `aws_default_security_group` empties it.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
export class SecurityGroups {
  /** Resources that take over a default group, by VPC. */
  private readonly adopted = new Map<string, Resource>();
  private readonly vpcs: ReadonlySet<string>;

  constructor(environment: EnvironmentFiles) {
    this.vpcs = new Set(environment.all("aws_vpc").map(({ place }) => place));
    for (const resource of environment.all("aws_default_security_group")) {
      this.adopted.set(vpcKey(resource.values["vpc_id"]), resource);
    }
  }

  /** The groups in an attribute. */
  of(value: Value | undefined): readonly SecurityGroup[] {
    return itemsOf(value).map((item) => this.named(item));
  }

  /** The group that an interface has when nothing is said. */
  defaultOf(vpc: string | undefined): SecurityGroup {
    const key = `default security group of ${vpc ?? "a VPC that the files do not tell"}`;
    const resource = vpc === undefined ? undefined : this.adopted.get(vpc);
    return {
      key,
      name: resource?.place ?? key,
      isTold: vpc !== undefined && (this.vpcs.has(vpc) || resource !== undefined),
      ...(resource && { resource }),
    };
  }

  private named(value: Value): SecurityGroup {
    const resource = resourceOf(value);
    if (resource?.type === "aws_default_security_group") {
      return this.defaultOf(vpcKey(resource.values["vpc_id"]));
    }
    if (resource?.type === "aws_vpc" && attributeOf(value) === "default_security_group_id") {
      return this.defaultOf(resource.place);
    }
    const isTold = value instanceof Reference && value.resource.type === "aws_security_group";
    if (isTold && value.resource.mode === "managed") {
      return { key: value.resource.place, name: value.resource.place, resource: value.resource, isTold };
    }
    const name = showValue(value);
    return { key: identityOf(value), name, isTold: false };
  }
}

function vpcKey(value: Value | undefined): string {
  return isUnset(value) ? "the default VPC" : identityOf(value);
}

import { type Values } from "../values/value";

/** Something that exists in an account. */
export interface CloudResource {
  /** Names it among everything that ever existed in the account; never changes, unlike AWS's own ids it never repeats. */
  readonly key: string;
  /** Terraform's type, such as `aws_vpc`. */
  readonly type: string;
  readonly region: string;
  /** Attributes and blocks by Terraform's names; all known. */
  readonly values: Values;
  /** Key of what AWS made this along with, and deletes it with: a default security group belongs to its VPC. */
  readonly madeWith?: string;
  /** Why it is still there although Terraform destroyed it, such as a final snapshot. */
  readonly keptBecause?: string;
  /** Set when nobody made it: a data source took it for granted, such as a public hosted zone. Says what, in a few words. */
  readonly assumed?: string;
}

/** What exists in one account, as seen by a call to AWS. */
export interface CloudView {
  /** Everything of a type, in all regions of the account; deleted things are not there. */
  all(type: string): readonly CloudResource[];
  /** The first of a type with this value of an attribute (`"id"`, `"arn"`, `"name"`). */
  find(type: string, attribute: string, value: string): CloudResource | undefined;
  /** Everything. */
  everything(): Iterable<CloudResource>;
}

import { type CloudResource, type CloudView } from "../cloud/cloud-resource";
import { type Values } from "../values/value";

/** The account and region that a call goes to. */
export interface AwsLocation {
  readonly account: string;
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
}

/** What AWS knows while it makes or reads something. */
export interface AwsContext extends AwsLocation {
  readonly cloud: CloudView;
  /** Hexadecimal digits that no other resource gets; the same on every call for one resource with the same purpose. */
  hex(length: number, purpose?: string): string;
}

/** Something that AWS makes along with a resource, and deletes with it. */
export interface Companion {
  readonly type: string;
  readonly values: Values;
}

/**
 * How AWS fills in one type of resource. Types without a behaviour get the generic one: an id, an ARN, and empty values
 * for everything else that is computed.
 */
export interface ResourceBehaviour {
  readonly type: string;
  /**
   * Computed values of a new resource, given what Terraform asked for; what the configuration sets wins. Return what a
   * stack may refer to (`id`, `arn`, `dns_name`) and what AWS chooses by default (`port` of a database); blocks as arrays.
   */
  create(given: Values, aws: AwsContext): Values;
  /** Computed values that any update changes, such as `latest_version`; they are unknown in the plan. */
  readonly changedByUpdate?: readonly string[];
  /** New values of `changedByUpdate`. */
  update?(before: Values, given: Values, aws: AwsContext): Values;
  /** What AWS shows when asked later, where that differs from what was stored: the newest revision, for example. */
  read?(stored: Values, aws: AwsContext): Values;
  /** Blocks and block paths that are optional *and* computed: left out of the configuration, they keep what AWS has. */
  readonly computedBlocks?: readonly string[];
  companions?(values: Values, aws: AwsContext): readonly Companion[];
  /** What stays after Terraform destroyed the resource: a final snapshot, a revision with `skip_destroy`. */
  keptAfterDestroy?(
    resource: CloudResource,
    aws: AwsContext,
  ): readonly (Companion & { readonly because: string })[];
  /**
   * What people pass to `terraform import`.
   *
   * @default - the `id` attribute
   */
  importId?(values: Values): string;
}

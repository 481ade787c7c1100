import { type AttributeChange } from "./attribute-change";

/**
 * What Terraform would do with a resource.
 *
 * - `revise`: a new revision beside the old one, of types that never change (task definitions)
 * - `move`: another address for the same thing, said by a `moved` block
 * - `rename`: looks renamed, but without a `moved` block: Terraform destroys it and creates it anew
 * - `keep`: written differently, without an effect on what exists: `lifecycle`, ignored attributes
 */
export type ResourceAction =
  "add" | "change" | "revise" | "replace" | "destroy" | "move" | "rename" | "import" | "forget" | "keep";

export interface ResourceChange {
  /** Address inside the stack; of what goes, the old one. */
  readonly address: string;
  readonly type: string;
  readonly action: ResourceAction;
  /** The old address of what moved or looks renamed. */
  readonly from?: string;
  /** What differs, sorted; empty for what goes, and of what comes only who may take on a role. */
  readonly attributes: readonly AttributeChange[];
  /** What cannot change in place: attributes, or `vpc_id: aws_vpc.main is replaced`. Only of what is replaced. */
  readonly forcedBy: readonly string[];
  /** What is gone for good, such as "its logs"; only of what is destroyed or replaced. */
  readonly loses?: string;
  /** Construct that it belongs to, such as `orders-service`; what cdktf did not write has none. */
  readonly construct?: string;
  /** How the plan that was given disagrees with the files. */
  readonly note?: string;
}

/** What is no resource: a provider, the backend, an output, a data source. */
export interface SettingChange {
  /** `provider.aws`, `terraform`, `output.vpc_id`, `data.aws_ami.base`. */
  readonly address: string;
  readonly action: "add" | "change" | "remove";
  readonly attributes: readonly AttributeChange[];
}

export interface StackComparison {
  readonly name: string;
  readonly environment: string;
  /** Whether the stack itself is new or gone. */
  readonly existence: "added" | "removed" | "both";
  /** Whether anything is written differently, here or in a stack that it reads: without it, nothing that is found out of it differs. */
  readonly isTouched: boolean;
  readonly resources: readonly ResourceChange[];
  readonly settings: readonly SettingChange[];
}

/** What differs between two sides; stacks in the order in which they are applied. */
export interface Comparison {
  readonly stacks: readonly StackComparison[];
  /** Environments of both sides, in the order of the stacks; those that are gone come last. */
  readonly environments: readonly string[];
  /** Hides what was hidden because of its name wherever else it appears: whoever shows other text about these sides calls it. */
  readonly hide: (text: string) => string;
}

import { type CloudResource, type CloudView } from "../cloud/cloud-resource";
import { type AwsLocation } from "../resources/behaviour";
import { type Values } from "../values/value";

/** A change that Terraform asks for. In a plan, values may be `unknown`; rules skip what they cannot know. */
export interface Change extends AwsLocation {
  readonly action: "create" | "update" | "delete";
  readonly type: string;
  /** Asked for; for a delete, what exists. */
  readonly values: Values;
  /** What exists, in a plan as Terraform knows it; undefined for a create. */
  readonly existing: CloudResource | undefined;
  /** What exists in the account. A rule of phase "plan" must not look: what Terraform plans to make is not there yet. */
  readonly cloud: CloudView;
  /** What exists in other accounts; undefined for an account that nothing is known of. */
  otherAccount(account: string): CloudView | undefined;
}

/** AWS's no. */
export interface Refusal {
  /** AWS's error code, such as `InvalidSubnet.Range`; or a word of our own when AWS has none. */
  readonly code: string;
  /** What AWS says, in AWS's words where they are known. */
  readonly message: string;
  /** What to do about it: a full sentence, for a person who does not know the rule. */
  readonly advice: string;
  /** Where in the resource: attribute or block names and list indexes. @default - the whole resource */
  readonly path?: readonly (string | number)[];
  /** AWS's page, where the rule is about many services. @default - the rule's */
  readonly documentation?: string;
}

/** One thing that AWS refuses. */
export interface Rule {
  /** Kebab-case, also the file's name: `subnet-outside-vpc`. */
  readonly id: string;
  /** Types of resources it looks at; empty for all. */
  readonly types: readonly string[];
  readonly actions: readonly Change["action"][];
  /** `plan`: can be seen without asking AWS (a name too long), checked at plan *and* at apply. `apply`: AWS says so. */
  readonly phase: "plan" | "apply";
  /** AWS's page that states it. */
  readonly documentation: string;
  check(change: Change): readonly Refusal[];
}

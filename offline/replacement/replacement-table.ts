import { type Values } from "../values/value";

/** What AWS cannot change of a type of resource once it exists: Terraform destroys and creates it instead. */
export interface ReplacementRow {
  readonly type: string;
  /** Attributes and blocks by Terraform's names; parts of blocks with dots: `root_block_device.encrypted`. */
  readonly attributes: readonly string[];
  /** The same, fixed in some cases only. @default - none */
  readonly sometimes?: SometimesFixed;
  /** What stands for a fixed attribute that the configuration leaves out: to write it down changes nothing. @default - nothing */
  readonly defaults?: Values;
  /** AWS's page of the call that lacks these parameters, or that says so. */
  readonly documentation: string;
}

/** Whether a change, from what exists to what is planned, is one that AWS cannot make; asked where the attribute changes. */
export type SometimesFixed = Readonly<Record<string, (before: Values, after: Values) => boolean>>;

/** What AWS cannot change of a type of resource once it exists: Terraform destroys and creates it instead. */
export interface ReplacementRow {
  readonly type: string;
  /** Attributes and blocks by Terraform's names; parts of blocks with dots: `root_block_device.encrypted`. */
  readonly attributes: readonly string[];
  /** AWS's page of the call that lacks these parameters, or that says so. */
  readonly documentation: string;
}

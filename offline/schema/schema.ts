/**
 * A type as Terraform writes it in JSON: `"string"`, `["list", "string"]`, `["object", { "name": "string" }]`.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format#schema-representation
 */
export type ValueType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", ValueType]
  | readonly ["object", Readonly<Record<string, ValueType>>]
  | readonly ["tuple", readonly ValueType[]];

export interface AttributeSchema {
  readonly type: ValueType;
  readonly required: boolean;
  readonly optional: boolean;
  /** The provider may choose the value when the configuration leaves it out. */
  readonly computed: boolean;
}

export interface NestedBlockSchema {
  readonly nesting: "single" | "list" | "set" | "map";
  readonly block: BlockSchema;
  /** @default 0 */
  readonly minItems?: number;
  /** @default - any number */
  readonly maxItems?: number;
}

/** What may stand in a block, by Terraform's names. */
export interface BlockSchema {
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly blocks: Readonly<Record<string, NestedBlockSchema>>;
}

/** Where the schemas of a provider come from. */
export interface SchemaSource {
  /** Version of the provider, such as `6.25.0`. */
  readonly providerVersion: string;
  readonly provider: BlockSchema;
  /** Types such as `aws_vpc` that exist. */
  readonly resourceTypes: readonly string[];
  readonly dataSourceTypes: readonly string[];
  /** @throws Error for a type that does not exist. */
  resource(type: string): BlockSchema;
  /** @throws Error for a type that does not exist. */
  dataSource(type: string): BlockSchema;
}

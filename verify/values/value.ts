import { type Resource } from "../estate/resource";

/**
 * A value of a synthesized file, with references resolved as far as the files can tell.
 *
 * What only AWS or Terraform's caller knows stays a {@link Reference}, a {@link Template} with references in it, or {@link Unknown}.
 */
export type Value =
  string | number | boolean | null | Reference | Template | JsonText | Unknown | readonly Value[] | ValueMap;

export interface ValueMap {
  readonly [key: string]: Value;
}

/** An attribute of a resource or data source, such as `aws_vpc.main.id`; an empty attribute means the resource itself. */
export class Reference {
  constructor(
    readonly resource: Resource,
    readonly attribute: string,
  ) {}
}

/** Text with parts that are not known, such as `${aws_s3_bucket.logs.arn}/*`. */
export class Template {
  constructor(readonly parts: readonly (string | Reference | Unknown)[]) {}
}

/** What `jsonencode` made, kept as the value that it was made from. */
export class JsonText {
  constructor(readonly value: Value) {}
}

/** What the files do not tell: a variable without default, a function of something that is not known. */
export class Unknown {
  constructor(
    /** As written, for messages. */
    readonly expression: string,
    /** References that it is made from. */
    readonly references: readonly Reference[] = [],
  ) {}
}

/** What is known only after apply. There is one unknown; compare with `===`. */
export const unknown: unique symbol = Symbol.for("terraform unknown");

/** A value together with its type, where the schema says `dynamic`. */
export class DynamicValue {
  constructor(
    readonly type: unknown,
    readonly value: Value,
  ) {}
}

/** A Terraform value: lists and sets are arrays, objects and maps are plain objects, an absent value is null. */
export type Value =
  | null
  | boolean
  | number
  | string
  | typeof unknown
  | DynamicValue
  | readonly Value[]
  | { readonly [name: string]: Value };

/** The attributes and blocks of a resource, data source or provider; blocks are arrays of objects. */
export interface Values {
  readonly [name: string]: Value;
}

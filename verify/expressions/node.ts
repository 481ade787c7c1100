/** An expression, read. `text` is how it is written, for what cannot be evaluated. */
export type Node =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "template"; readonly parts: readonly Node[] }
  | NameNode
  | TraversalNode
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: Node, value: Node])[] }
  | CallNode
  | {
      readonly kind: "operation";
      readonly operator: string;
      readonly operands: readonly Node[];
      readonly text: string;
    }
  | ConditionalNode
  | ForNode;

export interface NameNode {
  readonly kind: "name";
  readonly name: string;
}

export interface TraversalNode {
  readonly kind: "traversal";
  readonly root: Node;
  readonly steps: readonly WrittenStep[];
  readonly text: string;
}

export interface CallNode {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Node[];
  /** Whether the last argument is a list of arguments (`...`). */
  readonly expands: boolean;
  readonly text: string;
}

export interface ConditionalNode {
  readonly kind: "conditional";
  readonly condition: Node;
  readonly then: Node;
  readonly otherwise: Node;
  readonly text: string;
}

export interface ForNode {
  readonly kind: "for";
  /** Makes a list, an object, or the text of a `%{for}` directive. */
  readonly makes: "list" | "object" | "text";
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Node;
  readonly key?: Node | undefined;
  readonly value: Node;
  readonly condition?: Node | undefined;
  /** Whether values with the same key are gathered (`...`). */
  readonly groups: boolean;
  readonly text: string;
}

/** A step as it is written; a splat of dots (`.*`) ends before an index, one of brackets (`[*]`) does not. */
export type WrittenStep =
  | { readonly kind: "attribute"; readonly name: string | number }
  | { readonly kind: "index"; readonly key: Node }
  | { readonly kind: "splat"; readonly inBrackets: boolean };

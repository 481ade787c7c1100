/** One declared part of a stack: a resource, a data source, a local, an output, a provider… */
export interface StackElement {
  /** Construct path relative to the stack, such as `PublicLoadBalancer/HttpsListener`. */
  readonly path: string;
  /**
   * What cdktf prepares for its own HCL writer, tokens unresolved.
   *
   * Read only for the addresses it declares and for which of its properties are blocks.
   */
  readonly fragment: unknown;
}

import { type BodyShape } from "./body-shape";
import { type JsonObject } from "./json-value";

/** One top-level block of a file. */
export interface ReviewBlock {
  readonly keyword: string;
  readonly labels: readonly string[];
  readonly body: JsonObject;
  readonly shape: BodyShape;
  /** Construct path in the stack; unknown for what an override of the stack added. */
  readonly path?: string;
}

import type { Problem } from "../problems/problem";
import type { JsonPath } from "./json-path";

/** What is wrong with a file at an offset of its text. */
export interface TextProblem extends Omit<Problem, "where"> {
  readonly offset: number;
  /** The value it is about; undefined where the text is no JSON that could have paths. */
  readonly path?: JsonPath;
}

import { asText } from "../provider/known-values";
import { type Values } from "../values/value";

/** What Terraform asked for, as text; empty when it asked for nothing. */
export function asked(given: Values, attribute: string): string {
  return asText(given[attribute]) ?? "";
}

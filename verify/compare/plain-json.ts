import { isObject } from "../../terraform/stacks/stack";
import { type Plain } from "./plain";

/** JSON as it is written, without evaluating anything; the metadata of cdktf is left out. */
export function plainJson(value: unknown): Plain {
  if (Array.isArray(value)) return value.map(plainJson);
  if (isObject(value)) {
    const entries = Object.entries(value).filter(([key]) => key !== "//");
    return Object.fromEntries(entries.map(([key, item]) => [key, plainJson(item)]));
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

import { formatGiven } from "../../problems/problem";

/** Shows any value the way problems show it; unlike JSON it also takes what a hostile input may hold (cycles, big integers). */
export function showGiven(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (typeof value === "function") return "a function";
  if (typeof value === "symbol") return "a symbol";
  if (Array.isArray(value)) return showList(value);
  if (typeof value === "object" && value !== null) return showObject(value);
  return formatGiven(value);
}

function showList(values: readonly unknown[]): string {
  const plain = values.every((value) => typeof value === "string" || typeof value === "number");
  if (plain && values.length <= 8) return formatGiven(values);
  return values.length === 1 ? "a list of 1 element" : `a list of ${values.length} elements`;
}

function showObject(value: object): string {
  const keys = Object.keys(value);
  if (keys.length === 0) return "{}";
  const shown = keys.slice(0, 4).map((key) => key.slice(0, 20));
  return `an object with ${shown.join(", ")}${keys.length > shown.length ? ", …" : ""}`;
}

import type { Draft } from "./draft";

/** The same fields, of which none is unknown. @throws Error when one was refused but not reported (a bug). */
export function allKnown<T extends object>(draft: Draft<T>, where: string): T {
  for (const [key, value] of Object.entries(draft)) known(value, `${where}.${key}`);
  return draft as T;
}

/** A value that is not unknown. @throws Error when it was refused but not reported (a bug). */
export function known<T>(value: T | undefined, where: string): T {
  if (value === undefined) throw new Error(`${where} was refused but not reported`);
  return value;
}

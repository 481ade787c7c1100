/** What an action can hurt: nothing, requests that are under way or come next, or data for good. */
export type Radius = "harmless" | "traffic-bearing" | "data-bearing";

/** From the least to the worst. */
export const radii: readonly Radius[] = ["harmless", "traffic-bearing", "data-bearing"];

/** What a change of an attribute does. */
export interface Effect {
  readonly radius: Radius;
  /** A sentence without the last dot, and without any value. */
  readonly reason: string;
  /** The only direction in which that is so; the other one is harmless. @default - both */
  readonly when?: Direction;
}

/** `lowered`: a smaller number, or a switch turned off; `raised`: the other way; `shortened`: lowered, where 0 and nothing mean for ever. */
export type Direction = "lowered" | "raised" | "shortened";

export type Effects = Readonly<Record<string, Effect>>;

export function harmless(reason: string): Effect {
  return { radius: "harmless", reason };
}

export function traffic(reason: string, when?: Direction): Effect {
  return { radius: "traffic-bearing", reason, ...(when && { when }) };
}

export function data(reason: string, when?: Direction): Effect {
  return { radius: "data-bearing", reason, ...(when && { when }) };
}

/** The same effect for several attributes. */
export function each(names: readonly string[], effect: Effect): Effects {
  return Object.fromEntries(names.map((name) => [name, effect]));
}

/** An entry of `verify.json`: what a rule says of an address may stay for a time. */
export interface Waiver {
  readonly rule: string;
  /** A place such as `dev-network/aws_lb.public`; `*` stands for every stack, `[*]` for every instance. */
  readonly address: string;
  readonly reason: string;
  /** Last day on which it holds, `YYYY-MM-DD`. */
  readonly expires: string;
  /** Line in `verify.json`. */
  readonly line: number;
}

/** Whether an address means a place. */
export function isAddressOf(address: string, place: string): boolean {
  const [stack = "", ...rest] = address.split("/");
  const [stackOfPlace = "", ...restOfPlace] = place.split("/");
  if (stack !== "*" && stack !== stackOfPlace) return false;
  return patternOf(rest.join("/")).test(restOfPlace.join("/"));
}

function patternOf(address: string): RegExp {
  const key = '\\[(?:\\d+|"(?:[^"\\\\]|\\\\.)*")\\]';
  const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${address.split("[*]").map(literal).join(key)}$`);
}

import { type Region } from "../region";

export type Input = Readonly<Record<string, unknown>>;

export interface Need {
  /** @default - the operation */
  readonly action?: string;
  readonly resource: string;
  /** Values of condition keys. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

/** What an operation needs, with this input. */
export type Needs = (region: Region, input: Input) => readonly Need[];

/** For operations that know no resources. */
export function everything(): readonly Need[] {
  return [{ resource: "*" }];
}

export function text(input: Input, member: string): string {
  const value = input[member];
  return typeof value === "string" ? value : "";
}

export function list(input: Input, member: string): readonly string[] {
  const value = input[member];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

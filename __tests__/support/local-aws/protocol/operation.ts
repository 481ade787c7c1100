import { type Region } from "../region";
import { type Caller } from "../iam/caller";

/** What an operation needs besides its input. */
export interface CallContext {
  readonly region: Region;
  /** Absent for operations that need no credentials. */
  readonly caller?: Caller;
  /** Address of this server. */
  readonly url: string;
}

export type Operation = (context: CallContext, input: Readonly<Record<string, unknown>>) => unknown;

/** Operations by action: `ecs:UpdateService`. */
export type Operations = Readonly<Record<string, Operation>>;

/** An operation with the SDK's own types of input and output; what the client sends is taken to be of its type. */
export function operation<Input, Output>(
  run: (context: CallContext, input: Input) => Omit<Output, "$metadata">,
): Operation {
  return (context, input) => run(context, input as Input);
}

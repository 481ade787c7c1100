import type { Facts } from "../preconditions/facts";
import type { AimedService, Precondition } from "../preconditions/precondition";
import type { Choice } from "../release/choice";

/** What a command is after. */
export interface Aim {
  /** What must hold besides what every command checks. */
  readonly preconditions: readonly Precondition<AimedService>[];
  /** @throws PreconditionError when there is nothing that could be chosen */
  readonly choose: (facts: Facts) => Promise<Choice>;
}

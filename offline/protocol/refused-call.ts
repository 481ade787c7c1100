import { type Diagnostic } from "./provider-calls";

/** Why a call has no answer, said to the person at the terminal; anything else that is thrown is a defect of ours. */
export class RefusedCall extends Error {
  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.summary);
  }
}

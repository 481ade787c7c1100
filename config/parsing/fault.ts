import type { z } from "zod";

/** Why one value cannot be accepted: the two parts of a problem that the value itself decides. */
export interface Fault {
  readonly must: string;
  readonly advice: string;
}

/** A zod check that turns a fault into an issue; `issueProblems` reads it back. */
export function accepts<T>(findFault: (value: T) => Fault | undefined): z.core.CheckFn<T> {
  return (payload) => {
    const fault = findFault(payload.value);
    if (!fault) return;
    payload.issues.push({
      code: "custom",
      input: payload.value,
      message: fault.must,
      params: { must: fault.must, advice: fault.advice },
    });
  };
}

import type { Judgement } from "./judge";
import type { Phase } from "./look";
import type { Verdict } from "./rollout";

/**
 * Waits with a verdict that AWS's next answers may still change, until it has been the same phase's for as long as the judgement says.
 *
 * @param now milliseconds since 1970
 */
export function createPatience(
  now: () => number,
): (judgement: Judgement, phase: Phase | undefined) => Verdict | undefined {
  let lasting: { readonly phase: Phase | undefined; readonly since: number } | undefined;
  return (judgement, phase) => {
    if (judgement.kind === "over") return judgement.verdict;
    if (judgement.kind === "under-way") {
      lasting = undefined;
      return undefined;
    }
    if (lasting === undefined || lasting.phase !== phase) lasting = { phase, since: now() };
    return now() - lasting.since >= judgement.seconds * 1_000 ? judgement.verdict : undefined;
  };
}

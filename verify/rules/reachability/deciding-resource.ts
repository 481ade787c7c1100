import { type Resource } from "../../estate/resource";
import { type Connection, type Path } from "../../network/network";

/** What a reviewer must change to close a path: the rule that lets it in at its last end, or else lets it out. */
export function decidingResource({ from, to, evidence }: Path | Connection): Resource | undefined {
  const rules = ["incoming", "outgoing"].map(
    (step) => evidence.filter((one) => one.step === step).pop()?.resource,
  );
  return rules.find((resource) => resource !== undefined) ?? to.resource ?? from.resource;
}

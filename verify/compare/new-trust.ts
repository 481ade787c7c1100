import { policyAttributes } from "../policies/policy-attributes";
import { attributeChange, type AttributeChange } from "./attribute-change";
import { Document, type PlainMap } from "./plain";
import { isForServices, statementsWithPrincipals } from "./statement-lines";

/** Who may take on a role that comes. Of services of AWS, which most roles are for, nothing is told. */
export function newTrust(type: string, values: PlainMap): readonly AttributeChange[] {
  return (policyAttributes[type] ?? [])
    .filter(({ kind }) => kind === "trust")
    .flatMap(({ attribute }) => {
      const all = statementsWithPrincipals(values[attribute] ?? null);
      const statement = all.filter((one) => !isForServices(one));
      if (statement.length === 0) return [];
      const steps = [{ kind: "field", name: attribute } as const];
      return [attributeChange({ steps, after: new Document({ statement }) }, type)];
    });
}

import { type Diagnostic } from "../protocol/provider-calls";
import { type Change, type Refusal, type Rule } from "../rules/rule";
import { rules } from "../rules/rules";

const verbs = { create: "creating", update: "updating", delete: "deleting" } as const;

/** What AWS would refuse of a change; in a plan, only what can be seen without asking AWS. */
export function checkRules(change: Change, when: Rule["phase"]): readonly Diagnostic[] {
  return rules
    .filter((rule) => rule.types.length === 0 || rule.types.includes(change.type))
    .filter((rule) => rule.actions.includes(change.action) && (when === "apply" || rule.phase === "plan"))
    .flatMap((rule) => rule.check(change).map((refusal) => refusalDiagnostic(doing(change), refusal, rule)));
}

/** Names what exists: of a resource that is no longer in the configuration, Terraform does not say which one it is. */
function doing({ action, type, existing }: Change): string {
  const name = ["identifier", "name", "bucket", "id"]
    .map((key) => existing?.values[key])
    .find((one) => typeof one === "string" && one !== "");
  return `${verbs[action]} ${type}${typeof name === "string" ? ` (${name})` : ""}`;
}

/** AWS's no, as Terraform shows it. */
export function refusalDiagnostic(
  doing: string,
  { code, message, advice, path, documentation }: Refusal,
  rule?: Rule,
): Diagnostic {
  const source = rule
    ? `\n\nRule ${rule.id} of the offline provider: ${documentation ?? rule.documentation}`
    : "";
  return { severity: "error", summary: `${doing}: ${code}: ${message}`, detail: `${advice}${source}`, path };
}

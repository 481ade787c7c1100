import { asksFor } from "../reading/asked-for";
import { text } from "../../values/reading";
import { type NameForm, nameForms } from "./name-forms";
import { pageOf } from "./pages";
import { type Refusal, type Rule } from "../rule";

/** A name that is too long, too short, or has characters that AWS does not take. What is allowed is data: `name-forms.ts`. */
export const nameSyntax: Rule = {
  id: "name-syntax",
  types: [...new Set(nameForms.map(({ type }) => type))],
  actions: ["create", "update"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  check(change) {
    return nameForms
      .filter(({ type, attribute }) => type === change.type && asksFor(change, attribute))
      .flatMap((form) => {
        const name = text(change.values, form.attribute);
        return name === undefined
          ? []
          : check(form, name).map((refusal) => ({ ...refusal, documentation: pageOf(form.type) }));
      });
  },
};

function check(form: NameForm, name: string): readonly Refusal[] {
  const { attribute, min = 1, max, pattern, allowed, code, words } = form;
  const path = [attribute];
  const constraint = (must: string) =>
    `1 validation error detected: Value '${name}' at '${attribute}' failed to satisfy constraint: Member must ${must}`;
  if (name.length > max || name.length < min) {
    const must =
      name.length > max
        ? `have length less than or equal to ${max}`
        : `have length greater than or equal to ${min}`;
    const advice = `Use ${min} to ${max} characters; this has ${name.length}.`;
    return [{ code, message: constraint(must), advice, path }];
  }
  if (pattern.test(name)) return [];
  const message = words?.(name) ?? constraint(`satisfy regular expression pattern: ${pattern.source}`);
  const got = message.includes(name) ? "" : `, got "${name}"`;
  return [{ code, message, advice: `Use ${allowed}${got}.`, path }];
}

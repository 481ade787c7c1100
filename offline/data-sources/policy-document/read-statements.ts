import { type Refusal } from "../../rules/rule";
import { asItems, asText, asTexts } from "../../values/reading";
import { type Values } from "../../values/value";
import { type Condition, type Principal, type Statement } from "./policy-model";
import { inSetOrder, serializeTextSet } from "./set-order";

/** The provider's no to a policy document. */
export class PolicyError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** Reads the `statement` blocks. @throws PolicyError */
export function readStatements(blocks: readonly Values[], version: string): readonly Statement[] {
  const sids = new Set<string>();
  return blocks.map((block, index) => {
    const sid = asText(block["sid"]) ?? "";
    checkSid(sid, index, sids);
    return {
      sid,
      effect: checkedEffect(block, index),
      actions: oneOrReversed(asTexts(block["actions"])),
      notActions: oneOrReversed(asTexts(block["not_actions"])),
      resources: replaced(asTexts(block["resources"]), "resources", version),
      notResources: replaced(asTexts(block["not_resources"]), "not_resources", version),
      principals: readPrincipals(block, "principals", version),
      notPrincipals: readPrincipals(block, "not_principals", version),
      conditions: readConditions(block, version),
    };
  });
}

function checkSid(sid: string, index: number, seen: Set<string>): void {
  const path = ["statement", index, "sid"];
  if (!/^[a-zA-Z0-9]*$/.test(sid)) {
    throw refused(
      "invalid value for sid (must only include alphanumeric characters)",
      "Use letters and digits.",
      path,
    );
  }
  if (seen.has(sid)) {
    const message = `writing IAM Policy Document: duplicate Sid (${sid}). Remove the Sid or ensure the Sid is unique.`;
    throw refused(message, "Give each statement its own sid, or none.", path);
  }
  if (sid !== "") seen.add(sid);
}

function checkedEffect(block: Values, index: number): string {
  const effect = asText(block["effect"]) ?? "Allow";
  if (effect === "Allow" || effect === "Deny") return effect;
  const path = ["statement", index, "effect"];
  throw refused(`expected effect to be one of ["Allow" "Deny"], got ${effect}`, "Use Allow or Deny.", path);
}

function readPrincipals(block: Values, attribute: string, version: string): readonly Principal[] {
  const principals = asItems(block[attribute]).map((principal) => ({
    type: asText(principal["type"]) ?? "",
    identifiers: asTexts(principal["identifiers"]),
  }));
  return inSetOrder(
    principals,
    ({ type, identifiers }) => `identifiers:${serializeTextSet(identifiers)}type:${type};`,
  ).map(({ type, identifiers }) => ({
    type,
    identifiers: replaced(identifiers, "identifiers", version) ?? [],
  }));
}

function readConditions(block: Values, version: string): readonly Condition[] {
  const conditions = asItems(block["condition"]).map((condition) => ({
    test: asText(condition["test"]) ?? "",
    variable: asText(condition["variable"]) ?? "",
    values: asTexts(condition["values"]),
  }));
  return inSetOrder(
    conditions,
    ({ test, variable, values }) =>
      `test:${test};values:(${values.map((value) => `${value};`).join("")});variable:${variable};`,
  ).map((condition) => ({
    ...condition,
    values: condition.values.map((value) => withVariables(value, "values", version)),
  }));
}

function replaced(
  texts: readonly string[],
  attribute: string,
  version: string,
): string | readonly string[] | undefined {
  const sorted = oneOrReversed(texts);
  if (sorted === undefined) return undefined;
  if (typeof sorted === "string") return withVariables(sorted, attribute, version);
  return sorted.map((text) => withVariables(text, attribute, version));
}

/** `&{…}` stands for `${…}`, which Terraform would take for its own. The older version of the language has no variables. */
function withVariables(text: string, attribute: string, version: string): string {
  if (version === "2008-10-17" && text.includes("&{")) {
    const message = `reading ${attribute}: found &{ sequence in (${text}), which is not supported in document version 2008-10-17`;
    throw refused(message, "Use version 2012-10-17 for policy variables.", ["version"]);
  }
  return text.replaceAll("&{", "${");
}

function oneOrReversed(texts: readonly string[]): string | readonly string[] | undefined {
  if (texts.length < 2) return texts[0];
  return [...new Set(texts)].sort().reverse();
}

function refused(message: string, advice: string, path: readonly (string | number)[]): PolicyError {
  return new PolicyError({ code: "InvalidPolicyDocument", message, advice, path });
}

import { DynamicValue, type Value, type Values } from "../../values/value";
import { isRecord } from "../../values/value-shape";

/** A statement of a WAF rule with the place where it stands. */
export interface WafStatement {
  /** The root of a rule's statement, or inside of another. */
  readonly depth: number;
  /** What is set in it: the kind and its settings. Well-formed statements have one. */
  readonly kinds: readonly (readonly [string, Value])[];
}

/** The rules of a web ACL; the schema leaves their type open, so that the whole list may be dynamic. */
export function wafRules(values: Values): readonly Values[] {
  return blocks(values["rule"]);
}

const nested = ["statement", "scope_down_statement"];

/** A statement and all statements inside of it. The binding gives them no type: blocks are objects or lists of one. */
export function wafStatements(statement: Value | undefined, depth = 0): readonly WafStatement[] {
  return blocks(statement).flatMap((block) => {
    const kinds = Object.entries(block).filter(([, value]) => value !== null && !isEmptyList(value));
    const inner = kinds.flatMap(([, settings]) =>
      blocks(settings).flatMap((one) => nested.flatMap((name) => wafStatements(one[name], depth + 1))),
    );
    return [{ depth, kinds }, ...inner];
  });
}

/** Names of settings anywhere inside that the provider cannot know, because it writes all of them in snake case. */
export function camelCaseNames(value: Value | undefined): readonly string[] {
  return blocks(value).flatMap((block) =>
    Object.entries(block).flatMap(([name, inner]) => [
      ...(/[A-Z]/.test(name) ? [name] : []),
      ...camelCaseNames(inner),
    ]),
  );
}

function blocks(value: Value | undefined): readonly Values[] {
  if (value instanceof DynamicValue) return blocks(value.value);
  if (Array.isArray(value)) return value.flatMap((one: Value) => blocks(one));
  return isRecord(value) ? [value] : [];
}

function isEmptyList(value: Value): boolean {
  return Array.isArray(value) && value.length === 0;
}

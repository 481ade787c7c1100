import { asItems, asText, asTexts, isObject } from "../provider/known-values";
import { type Values } from "../values/value";

/** Text of an attribute; undefined when it is not text or empty. */
export function text(values: Values, name: string): string | undefined {
  return asText(values[name]) || undefined;
}

/** Texts of a list or set of text. */
export function texts(values: Values, name: string): readonly string[] {
  return asTexts(values[name]);
}

/** The blocks of a name, however it nests. */
export function blocks(values: Values, name: string): readonly Values[] {
  const value = values[name];
  return isObject(value) ? [value] : asItems(value);
}

/**
 * For each block that the configuration has, what AWS adds to it; an object within stands for blocks that the configuration may
 * have in turn. Nothing is added where it has none.
 */
export function addedTo(name: string, added: Values) {
  return (known: Values): readonly Values[] =>
    blocks(known, name).map((block) =>
      Object.fromEntries(
        Object.entries(added).map(([part, value]) => [
          part,
          isObject(value) ? addedTo(part, value)(block) : value,
        ]),
      ),
    );
}

/** What follows the last separator: the name in an ARN. */
export function afterLast(separator: string, value: string): string {
  return value.slice(value.lastIndexOf(separator) + 1);
}

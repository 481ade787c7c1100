import { asObject, isObject } from "../../terraform/stacks/stack";
import { evaluateJson } from "../expressions/evaluate";
import { type Scope } from "../expressions/scope";
import { fieldsOf, isMap } from "../values/fields-of";
import { Unknown, type Value, type ValueMap } from "../values/value";
import { withNames } from "./instances";

type Json = Readonly<Record<string, unknown>>;

/** What Terraform itself reads of a body, and no provider. */
const metaArguments = new Set([
  ...["//", "lifecycle", "depends_on", "provider", "provisioner", "connection", "count", "for_each"],
]);

/** The attributes and blocks of a body; `dynamic` blocks become the blocks that they make. */
export function evaluateBody(written: Json, scope: Scope): ValueMap {
  const own = Object.fromEntries(Object.entries(written).filter(([key]) => !metaArguments.has(key)));
  return evaluateBlock(own, scope);
}

function evaluateBlock(written: Json, scope: Scope): ValueMap {
  if (!JSON.stringify(written).includes('"dynamic"')) return fieldsOf(evaluateJson(written, scope));
  const { dynamic, ...own } = written;
  const values = new Map(Object.entries(own).map(([key, value]) => [key, evaluateNested(value, scope)]));
  for (const [name, given] of Object.entries(asObject(dynamic))) {
    const made = [given].flat().flatMap((block) => madeBlocks(name, asObject(block), scope));
    const before = values.get(name);
    values.set(name, [...(before === undefined ? [] : [before].flat()), ...made]);
  }
  return Object.fromEntries(values);
}

function evaluateNested(value: unknown, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => evaluateNested(item, scope));
  return isObject(value) ? evaluateBlock(value, scope) : evaluateJson(value, scope);
}

/** @see https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks */
function madeBlocks(name: string, written: Json, scope: Scope): readonly Value[] {
  const iterator =
    typeof written["iterator"] === "string" ? written["iterator"].replace(/^\$\{|\}$/g, "") : name;
  const content = asObject(written["content"]);
  return iterations(evaluateJson(written["for_each"], scope), iterator).map((each) =>
    evaluateBlock(content, withNames(scope, { [iterator]: each })),
  );
}

/** Where the files do not tell how often, one block stands for all of them. */
function iterations(collection: Value, iterator: string): readonly ValueMap[] {
  if (isMap(collection)) return Object.entries(collection).map(([key, value]) => ({ key, value }));
  if (!Array.isArray(collection)) {
    return [{ key: new Unknown(`${iterator}.key`), value: new Unknown(`${iterator}.value`) }];
  }
  const items: readonly Value[] = collection;
  return items.map((value, index) => ({ key: index, value }));
}

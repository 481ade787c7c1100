import { evaluateJson } from "../expressions/evaluate";
import { type Scope, type Step } from "../expressions/scope";
import { isMap } from "../values/fields-of";
import { stepInto } from "../values/step-into";
import { Unknown, type Value } from "../values/value";

/** One instance of a resource or module: its key in the address, and what `each` and `count` are in it. */
export interface Instance {
  /** As in the address: `[0]`, `["a"]`, `[*]` where the files do not tell how many there are; empty without `count` and `for_each`. */
  readonly key: string;
  /** How expressions name it; undefined where there is only one, or nobody knows. */
  readonly step?: Step;
  readonly scope: Scope;
}

/** Something of which there is one for each instance. */
export interface Instanced<T> {
  readonly instance: Instance;
  readonly item: T;
}

/**
 * The value at a traversal that goes on from something with instances: `[0]`, `["a"]`, `[*]`, or all of them; undefined for an instance
 * that there is not.
 */
export function throughInstances<T>(
  all: readonly Instanced<T>[],
  steps: readonly Step[],
  valueOf: (item: T, rest: readonly Step[]) => Value,
): Value | undefined {
  const [first, ...rest] = steps;
  const [only] = all;
  if (only?.instance.key === "") return valueOf(only.item, steps);
  if (first === "*") return all.map(({ item }) => valueOf(item, rest));
  if (first === undefined) {
    const isMapped = all.every(({ instance }) => typeof instance.step === "string");
    const values = all.map(({ item }) => valueOf(item, []));
    return isMapped
      ? Object.fromEntries(all.map(({ instance }, index) => [instance.step, values[index] ?? null]))
      : values;
  }
  const found = all.find(({ instance }) => instance.key === "[*]" || String(instance.step) === String(first));
  return found && valueOf(found.item, rest);
}

/**
 * The instances that `count` or `for_each` makes. Where the files do not tell how many, one stands for all of them.
 *
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
export function instancesOf(written: Readonly<Record<string, unknown>>, scope: Scope): readonly Instance[] {
  if ("count" in written) return counted(evaluateJson(written["count"], scope), scope);
  if ("for_each" in written) return forEach(evaluateJson(written["for_each"], scope), scope);
  return [{ key: "", scope }];
}

function counted(count: Value, scope: Scope): readonly Instance[] {
  const number = typeof count === "string" ? Number(count) : count;
  if (typeof number !== "number" || !Number.isInteger(number)) {
    return [{ key: "[*]", scope: withNames(scope, { count: { index: new Unknown("count.index") } }) }];
  }
  return Array.from({ length: Math.max(0, number) }, (_, index) => ({
    key: `[${index}]`,
    step: index,
    scope: withNames(scope, { count: { index } }),
  }));
}

function forEach(collection: Value, scope: Scope): readonly Instance[] {
  const entries = entriesOf(collection);
  if (entries === undefined) {
    const each = { key: new Unknown("each.key"), value: new Unknown("each.value") };
    return [{ key: "[*]", scope: withNames(scope, { each }) }];
  }
  return entries.map(([key, value]) => ({
    key: `[${JSON.stringify(key)}]`,
    step: key,
    scope: withNames(scope, { each: { key, value } }),
  }));
}

/** Keys and values that `for_each` goes through: a map's own, or those of a set of texts; undefined when they are not known. */
export function entriesOf(collection: Value): readonly (readonly [key: string, value: Value])[] | undefined {
  if (isMap(collection)) return Object.entries(collection);
  if (!Array.isArray(collection)) return undefined;
  const items: readonly Value[] = collection;
  const keys = items.flatMap((item) => (typeof item === "string" ? [item] : []));
  return keys.length === items.length ? keys.map((key) => [key, key]) : undefined;
}

/** A scope in which some first names mean something of their own. */
export function withNames(scope: Scope, names: Readonly<Record<string, Value>>): Scope {
  return {
    lookup: ([name, ...rest]) => {
      const own = Object.hasOwn(names, name) ? names[name] : undefined;
      return own === undefined ? scope.lookup([name, ...rest]) : stepInto(own, rest);
    },
    file: (path) => scope.file?.(path),
    ...(scope.template && { template: scope.template.bind(scope) }),
  };
}

import { asObject, isObject } from "../stacks/stack";
import { changedPaths } from "./changed-paths";

type Json = Readonly<Record<string, unknown>>;

/** Terraform repeats a change of `tags` in what the provider makes of it. */
const repeated: Readonly<Record<string, string>> = { tags_all: "tags" };

/**
 * Attributes that a change of a plan (`before`, `after`) gives another value, with the place inside them and without any value:
 * `idle_timeout`, `container_definitions: api.environment.LOG_LEVEL`. Values that are known only after the apply follow from others
 * and are left out.
 */
export function changedAttributes(change: Json): readonly string[] {
  const before = asObject(change["before"]);
  const after = asObject(change["after"]);
  const unknown = asObject(change["after_unknown"]);
  const changed = Object.keys({ ...before, ...after })
    .sort()
    .filter((name) => unknown[name] !== true)
    .flatMap((name) => {
      const marks = unknown[name];
      const paths = changedPaths(withoutMarked(before[name], marks), withoutMarked(after[name], marks));
      return paths.length > 0 && isSecret(change, name) ? [[name]] : paths.map((path) => [name, ...path]);
    });
  const told = changed.filter(([name = ""]) => !changed.some(([other]) => other === repeated[name]));
  return [...new Set(told.map(formatPlace))];
}

/** Attributes that are known only after the apply, with the place inside them as far as blocks that are there once tell it. */
export function unknownAttributes(change: Json): readonly string[] {
  const marks = Object.entries(asObject(change["after_unknown"]));
  const unknown = marks.flatMap(([name, mark]) =>
    markedPaths(mark).map((path) => (isSecret(change, name) ? name : formatPlace([name, ...path]))),
  );
  return [...new Set(unknown)];
}

function markedPaths(marks: unknown): readonly (readonly string[])[] {
  if (!isMarked(marks)) return [];
  const [block, ...others]: readonly unknown[] = Array.isArray(marks) ? marks : [marks];
  if (!isObject(block) || others.length > 0) return [[]];
  return Object.entries(block).flatMap(([name, mark]) => markedPaths(mark).map((path) => [name, ...path]));
}

/** Not even the names inside of a secret are told. */
function isSecret(change: Json, name: string): boolean {
  return [change["before_sensitive"], change["after_sensitive"]].some(
    (marks) => isObject(marks) && isMarked(marks[name]),
  );
}

/** Whether anything in a value is marked; the marks of a value without any are empty lists and objects, or `false`. */
function isMarked(marks: unknown): boolean {
  return marks === true || (isObject(marks) && Object.values(marks).some(isMarked));
}

/** A value without the parts that are marked with `true`: Terraform leaves unknown ones out of `after`, and `before` has them. */
function withoutMarked(value: unknown, marks: unknown): unknown {
  if (!isObject(value) || !isMarked(marks) || !isObject(marks)) return value;
  if (Array.isArray(value)) return value.map((item: unknown, index) => withoutMarked(item, marks[index]));
  const kept = Object.entries(value).filter(([name]) => marks[name] !== true);
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutMarked(part, marks[name])]));
}

/** Of a pair of name and value, the name says it. */
function formatPlace([name = "", ...path]: readonly string[]): string {
  const places = path.length > 1 && path.at(-1) === "value" ? path.slice(0, -1) : path;
  return places.length > 0 ? `${name}: ${places.join(".")}` : name;
}

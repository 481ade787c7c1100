import { asObject, isObject } from "../stacks/stack";
import { changedPaths } from "./changed-paths";

/** Terraform repeats a change of `tags` in what the provider makes of it. */
const repeated: Readonly<Record<string, string>> = { tags_all: "tags" };

/**
 * Attributes that a change of a plan (`before`, `after`) gives another value, with the place inside them and without any value:
 * `idle_timeout`, `container_definitions: api.environment.LOG_LEVEL`. Values that are known only after the apply follow from
 * others and are left out, unless nothing else says why there is a change.
 */
export function changedAttributes(change: Readonly<Record<string, unknown>>): readonly string[] {
  const before = asObject(change["before"]);
  const after = asObject(change["after"]);
  const unknown = asObject(change["after_unknown"]);
  const names = Object.keys({ ...before, ...after }).sort();
  const known = names.filter((name) => unknown[name] !== true);
  const changed = known.flatMap((name) => {
    const isSecret = [change["before_sensitive"], change["after_sensitive"]].some(
      (marks) => isObject(marks) && isMarked(marks[name]),
    );
    // A value that is not known yet in one place only: `after` leaves that place out.
    const opaque = isSecret || isMarked(unknown[name]);
    const paths = changedPaths(before[name], after[name]);
    return paths.length > 0 && opaque ? [[name]] : paths.map((path) => [name, ...path]);
  });
  const told = changed.filter(([name = ""]) => !changed.some(([other]) => other === repeated[name]));
  return told.length > 0
    ? told.map(formatPlace)
    : Object.keys(unknown)
        .filter((name) => unknown[name] === true)
        .sort();
}

/** Whether anything in a value is marked. Lists and objects without a mark are there too, but empty or `false`. */
function isMarked(marks: unknown): boolean {
  return marks === true || (isObject(marks) && Object.values(marks).some(isMarked));
}

function formatPlace([name = "", ...path]: readonly string[]): string {
  return path.length > 0 ? `${name}: ${path.join(".")}` : name;
}

import { type CloudResource } from "../../cloud/cloud-resource";
import { text, textsAt } from "../../values/reading";
import { others } from "./others";
import { type Change } from "../rule";

/** Types of resources that refer to something, each with the paths of the attributes that do. */
export type References = Readonly<Record<string, readonly string[]>>;

/** What else exists and refers to this id or ARN; what AWS deletes along with the resource does not count. */
export function dependents(change: Change, references: References, id: string): readonly CloudResource[] {
  return Object.entries(references).flatMap(([type, paths]) =>
    others(change, type)
      .filter(({ madeWith }) => madeWith === undefined || madeWith !== change.existing?.key)
      .filter(({ values }) => paths.some((path) => textsAt(values, path).includes(id))),
  );
}

/** A few of them, as a person would name them: `aws_lb dev-public`. */
export function nameSome(resources: readonly CloudResource[]): string {
  const named = resources.slice(0, 5).map(nameOf).join(", ");
  return resources.length > 5 ? `${named} and ${resources.length - 5} more` : named;
}

function nameOf({ type, values }: CloudResource): string {
  const name = text(values, "name") ?? text(values, "bucket") ?? text(values, "id");
  return name === undefined ? type : `${type} ${name}`;
}

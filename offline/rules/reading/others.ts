import { type CloudResource } from "../../cloud/cloud-resource";
import { text } from "../../values/reading";
import { type Change } from "../rule";

/** What exists of a type in the region of a change, without the resource that changes. */
export function others({ cloud, region, existing }: Change, type: string): readonly CloudResource[] {
  return cloud
    .all(type)
    .filter((resource) => resource.key !== existing?.key)
    .filter((resource) => resource.region === region)
    .filter((resource) => resource.keptBecause === undefined);
}

/** What exists of a type in the region with this id. */
export function byId({ cloud, region }: Change, type: string, id: string | undefined) {
  if (id === undefined) return undefined;
  return cloud.all(type).find((resource) => resource.region === region && text(resource.values, "id") === id);
}

/** What exists of a type with this ARN. */
export function byArn({ cloud }: Change, type: string, arn: string | undefined): CloudResource | undefined {
  return arn === undefined ? undefined : cloud.find(type, "arn", arn);
}

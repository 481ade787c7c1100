import { type Cloud } from "../cloud/cloud";
import { type CloudResource } from "../cloud/cloud-resource";
import { asText } from "../values/reading";
import { type Values } from "../values/value";
import { readPrivate } from "./private-bytes";

/** What a state speaks of: by key; for a state that another provider wrote, by id. */
export function findExisting(
  cloud: Cloud,
  type: string,
  state: Values,
  privateBytes: Uint8Array,
): CloudResource | undefined {
  const key = readPrivate(privateBytes);
  if (key !== undefined) {
    const found = cloud.get(key);
    return found?.type === type ? found : undefined;
  }
  const id = asText(state["id"]) ?? asText(state["arn"]);
  return cloud.all(type).find(({ values }) => id !== undefined && [values["id"], values["arn"]].includes(id));
}

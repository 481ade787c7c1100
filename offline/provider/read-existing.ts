import { type CloudResource } from "../cloud/cloud-resource";
import { type StateResponse } from "../protocol/provider-calls";
import { behaviours } from "../resources/behaviours";
import { asText } from "../values/reading";
import { type Values } from "../values/value";
import { findExisting } from "./find-existing";
import { writePrivate } from "./private-bytes";
import { contextOf, locationOf, type ProviderWorld } from "./provider-world";

const nothing: StateResponse = { state: null, private: new Uint8Array(), diagnostics: [] };

/** What a resource looks like now; null when it was deleted outside of Terraform. */
export function readExisting(
  world: ProviderWorld,
  type: string,
  state: Values,
  privateBytes: Uint8Array,
): StateResponse {
  const cloud = world.clouds.open(world.settings.account);
  const existing = findExisting(cloud, type, state, privateBytes);
  return existing ? shown(world, existing) : nothing;
}

/** Takes over what Terraform did not make. @param id what people pass to `terraform import`, with `@region` for another region */
export function importExisting(world: ProviderWorld, type: string, id: string): StateResponse {
  const behaviour = behaviours.get(type);
  const [, plainId = id, region = world.settings.region] = /^(.*)@([a-z]{2}(?:-[a-z]+)+-\d)$/.exec(id) ?? [];
  const found = world.clouds
    .open(world.settings.account)
    .all(type)
    .filter((resource) => resource.region === region)
    .find(({ values }) => [behaviour?.importId?.(values), asText(values["id"])].includes(plainId));
  if (found) return shown(world, found);
  const detail = `The offline account ${world.settings.account} holds no ${type} "${plainId}" in ${region}. Put it into the account's file, or import what is there.`;
  const summary = `importing ${type}: cannot import non-existent remote object`;
  return { ...nothing, diagnostics: [{ severity: "error", summary, detail }] };
}

function shown(world: ProviderWorld, resource: CloudResource): StateResponse {
  const cloud = world.clouds.open(world.settings.account);
  const context = contextOf(locationOf(world, resource.values), cloud, resource.key);
  const state = behaviours.get(resource.type)?.read?.(resource.values, context) ?? resource.values;
  return { state, private: writePrivate(resource.key), diagnostics: [] };
}

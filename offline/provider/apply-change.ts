import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Cloud } from "../cloud/cloud";
import { type CloudResource } from "../cloud/cloud-resource";
import { type ApplyRequest, type Diagnostic, type StateResponse } from "../protocol/provider-calls";
import { type AwsContext, type ResourceBehaviour } from "../resources/behaviour";
import { behaviours } from "../resources/behaviours";
import { genericBehaviour } from "../resources/generic-behaviour";
import { type Change } from "../rules/rule";
import { equalValues } from "../values/equal-values";
import { type Values } from "../values/value";
import { withoutUnknown } from "../values/without-unknown";
import { checkRules } from "./check-rules";
import { fillUnknown } from "./fill-unknown";
import { findExisting } from "./find-existing";
import { writePrivate } from "./private-bytes";
import { contextOf, locationOf, type ProviderWorld } from "./provider-world";

/** Makes, changes or deletes a resource, unless AWS would refuse; then everything stays as it was. */
export async function applyChange(world: ProviderWorld, request: ApplyRequest): Promise<StateResponse> {
  if (world.latencyMs > 0) await sleep(world.latencyMs);
  if (request.isCancelled()) throw new Error("terraform is gone; nothing was changed");
  if (request.planned === null) return remove(world, request, request.prior ?? {});
  return request.prior === null
    ? create(world, request, request.planned)
    : update(world, request, request.prior, request.planned);
}

async function create(world: ProviderWorld, request: ApplyRequest, planned: Values): Promise<StateResponse> {
  const { type } = request;
  const location = locationOf(world, planned);
  const cloud = world.clouds.open(location.account);
  // What is still unknown was left out of the configuration: the request to AWS does not have it.
  const asked = withoutUnknown(planned);
  const refused = check(world, cloud, { action: "create", type, values: asked, existing: undefined });
  if (refused.length > 0) return { state: null, private: new Uint8Array(), diagnostics: refused };
  const key = `${type}:${randomUUID()}`;
  const context = contextOf(location, cloud, key);
  const behaviour = behaviourOf(type);
  const answer = behaviour.create(asked, context);
  const values = fillUnknown(world.source.resource(type), planned, answer, behaviour.computedBlocks);
  const made: CloudResource = { key, type, region: location.region, values };
  const companions = (behaviour.companions?.(values, context) ?? []).map((companion) => ({
    ...companion,
    key: `${companion.type}:${randomUUID()}`,
    region: location.region,
    madeWith: key,
  }));
  await cloud.commit({ put: [made, ...companions] });
  const state = behaviour.read?.(values, context) ?? values;
  return { state, private: writePrivate(key), diagnostics: [] };
}

/** As the real provider does, sends only what the plan changes: what others changed in the meantime stays. */
async function update(
  world: ProviderWorld,
  request: ApplyRequest,
  prior: Values,
  planned: Values,
): Promise<StateResponse> {
  const { type } = request;
  const location = locationOf(world, planned);
  const cloud = world.clouds.open(location.account);
  const existing = findExisting(cloud, type, prior, request.private);
  if (!existing) return failed(request, [isGone("updating", type, prior)]);
  const changed = Object.keys(planned).filter(
    (name) => !equalValues(prior[name] ?? null, planned[name] ?? null),
  );
  const sent = { ...existing.values, ...pick(planned, changed) };
  const refused = check(world, cloud, { action: "update", type, values: sent, existing });
  if (refused.length > 0) return failed(request, refused);
  const context = contextOf(location, cloud, existing.key);
  const behaviour = behaviourOf(type);
  const answer = behaviour.update?.(existing.values, withoutUnknown(sent), context) ?? {};
  const values = fillUnknown(world.source.resource(type), sent, answer);
  await cloud.commit({ put: [{ ...existing, values }] });
  const state = behaviour.read?.(values, context) ?? values;
  return { state, private: writePrivate(existing.key), diagnostics: [] };
}

function pick(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
}

async function remove(world: ProviderWorld, request: ApplyRequest, prior: Values): Promise<StateResponse> {
  const { type } = request;
  const location = locationOf(world, prior);
  const cloud = world.clouds.open(location.account);
  const existing = findExisting(cloud, type, prior, request.private);
  const gone = { state: null, private: new Uint8Array(), diagnostics: [] };
  if (!existing) return gone;
  const refused = check(world, cloud, { action: "delete", type, values: existing.values, existing });
  if (refused.length > 0) return failed(request, refused);
  await cloud.commit({
    remove: [existing.key, ...cloud.madeWith(existing.key)],
    put: remains(behaviourOf(type), existing, contextOf(location, cloud, existing.key)),
  });
  return gone;
}

function remains(
  behaviour: ResourceBehaviour,
  existing: CloudResource,
  context: AwsContext,
): readonly CloudResource[] {
  return (behaviour.keptAfterDestroy?.(existing, context) ?? []).map(({ type, values, because }) => ({
    key: `${type}:${randomUUID()}`,
    type,
    region: existing.region,
    values,
    keptBecause: because,
  }));
}

function check(
  world: ProviderWorld,
  cloud: Cloud,
  change: Pick<Change, "action" | "type" | "values" | "existing">,
): readonly Diagnostic[] {
  const otherAccount = (account: string) => world.clouds.known(account);
  return checkRules({ ...locationOf(world, change.values), ...change, cloud, otherAccount }, "apply");
}

function failed(request: ApplyRequest, diagnostics: readonly Diagnostic[]): StateResponse {
  return { state: request.prior, private: request.private, diagnostics };
}

function behaviourOf(type: string): ResourceBehaviour {
  return behaviours.get(type) ?? genericBehaviour(type);
}

function isGone(doing: string, type: string, { id }: Values): Diagnostic {
  return {
    severity: "error",
    summary: `${doing} ${type}: it does not exist any more`,
    detail: `${String(id ?? "It")} was deleted outside of Terraform after the plan was made. Plan again.`,
  };
}

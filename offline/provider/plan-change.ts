import { type PlanRequest, type PlanResponse } from "../protocol/provider-calls";
import { replacements } from "../replacement/replacements";
import { behaviours } from "../resources/behaviours";
import { type Change } from "../rules/rule";
import { type BlockSchema } from "../schema/schema";
import { equalValues } from "../values/equal-values";
import { unknown, type Value, type Values } from "../values/value";
import { checkRules } from "./check-rules";
import { allTags } from "./default-tags";
import { findExisting } from "./find-existing";
import { markChanged, markNew } from "./mark-unknown";
import { locationOf, type ProviderWorld } from "./provider-world";
import { requiredReplacement } from "./required-replacement";

/** What Terraform would show for a resource: values known after apply are unknown, what must be replaced is named. */
export function planChange(world: ProviderWorld, request: PlanRequest): PlanResponse {
  const { type, prior, proposed } = request;
  const nothing = { planned: proposed, requiresReplace: [], private: request.private, diagnostics: [] };
  if (proposed === null) return nothing;
  const block = world.source.resource(type);
  if (prior === null) {
    const planned = settle(world, block, proposed, markNew(block, proposed));
    return { ...nothing, planned, diagnostics: check(world, request, planned) };
  }
  const behaviour = behaviours.get(type);
  const changed = markChanged(block, proposed, prior, behaviour?.computedBlocks);
  const marked = settle(world, block, proposed, changed);
  if (equalValues(prior, marked)) return { ...nothing, planned: marked };
  const planned = withUnknown(marked, behaviour?.changedByUpdate ?? []);
  const requiresReplace = requiredReplacement(replacements.get(type), prior, planned);
  // Terraform asks again, for a new resource: nothing is updated.
  const diagnostics = requiresReplace.length > 0 ? [] : check(world, request, planned);
  return { ...nothing, planned, requiresReplace, diagnostics };
}

/** What the provider itself settles, for every type: the region and all tags. */
function settle(world: ProviderWorld, { attributes }: BlockSchema, proposed: Values, values: Values): Values {
  const settled: Record<string, Value> = { ...values };
  // A region that the configuration names, but does not know yet, stays unknown.
  if (attributes["region"]?.computed && values["region"] === unknown && proposed["region"] !== unknown)
    settled["region"] = world.settings.region || unknown;
  if (attributes["tags_all"] && attributes["tags"]) settled["tags_all"] = allTags(values, world.settings);
  return settled;
}

function withUnknown(values: Values, names: readonly string[]): Values {
  return { ...values, ...Object.fromEntries(names.map((name) => [name, unknown])) };
}

function check(world: ProviderWorld, { type, prior, private: bytes }: PlanRequest, planned: Values) {
  const location = locationOf(world, planned);
  const cloud = world.clouds.open(location.account);
  const found = prior === null ? undefined : findExisting(cloud, type, prior, bytes);
  const change: Change = {
    ...location,
    action: prior === null ? "create" : "update",
    type,
    values: planned,
    existing: found && prior ? { ...found, values: prior } : undefined,
    cloud,
    otherAccount: (account) => world.clouds.known(account),
  };
  return checkRules(change, "plan");
}

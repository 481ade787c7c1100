import { unknown, type Value, type Values } from "../values/value";
import { isRecord } from "../values/value-shape";
import { type ProviderSettings } from "./provider-settings";

/**
 * `tags_all`: the provider's default tags with the resource's own over them, known in the plan as soon as both are.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#default_tags-configuration-block
 */
export function allTags(values: Values, { defaultTags }: ProviderSettings): Value {
  const own = values["tags"] ?? null;
  if (own === unknown || defaultTags === undefined) return unknown;
  return { ...defaultTags, ...(isRecord(own) ? own : {}) };
}

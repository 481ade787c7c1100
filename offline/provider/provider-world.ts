import { createHash } from "node:crypto";
import { type Cloud } from "../cloud/cloud";
import { type Clouds } from "../cloud/clouds";
import { partitionOf } from "../regions/partitions";
import { type AwsContext, type AwsLocation } from "../resources/behaviour";
import { type SchemaSource } from "../schema/schema";
import { asText } from "../values/reading";
import { type Values } from "../values/value";
import { type ProviderSettings } from "./provider-settings";

/** What one configured provider works with. */
export interface ProviderWorld {
  readonly clouds: Clouds;
  readonly source: SchemaSource;
  readonly settings: ProviderSettings;
  /** Milliseconds that every change takes, as if AWS were busy. */
  readonly latencyMs: number;
}

/** Where a resource lives: since version 6 of the provider, each may name a region of its own. */
export function locationOf({ settings }: ProviderWorld, values: Values): AwsLocation {
  const region = asText(values["region"]) ?? settings.region;
  return { account: settings.account, region, partition: partitionOf(region) };
}

/** What AWS knows while it works on the resource with this key. */
export function contextOf(location: AwsLocation, cloud: Cloud, key: string): AwsContext {
  return {
    ...location,
    cloud,
    hex: (length, purpose = "") => digits(`${location.account} ${key} ${purpose}`, length),
  };
}

function digits(text: string, length: number): string {
  const hash = createHash("sha512").update(text).digest("hex");
  return hash.length >= length ? hash.slice(0, length) : hash + digits(hash, length - hash.length);
}

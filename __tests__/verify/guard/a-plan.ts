import { type Estate } from "../../../verify/estate/estate";
import { environmentWith } from "../../support/verified";

type Json = Readonly<Record<string, unknown>>;

/** What a plan does with one resource, as `resource_changes` says it. */
export interface PlannedResource {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
  readonly unknown?: Json;
  readonly sensitive?: Json;
  readonly replacePaths?: readonly (readonly unknown[])[];
  readonly reason?: string;
}

/** The stack `test-all` with resources of these addresses. */
export function estateOf(...addresses: readonly string[]): Estate {
  const bodies = Object.fromEntries(addresses.map((address) => [address, {}]));
  return { environments: [environmentWith(bodies)] };
}

/** A plan of that stack. */
export function aPlan(
  addresses: readonly string[],
  changes: readonly PlannedResource[],
  more: Json = {},
): Json {
  return {
    format_version: "1.2",
    planned_values: {},
    errored: false,
    complete: true,
    configuration: {
      root_module: { resources: addresses.map((address) => ({ address, expressions: {} })) },
    },
    resource_changes: changes.map((one) => ({
      address: one.address,
      mode: one.address.startsWith("data.") ? "data" : "managed",
      type: typeOf(one.address),
      change: {
        actions: one.actions,
        before: one.before ?? null,
        after: one.after ?? null,
        after_unknown: one.unknown ?? {},
        before_sensitive: one.sensitive ?? {},
        after_sensitive: one.sensitive ?? {},
        ...(one.replacePaths && { replace_paths: one.replacePaths }),
      },
      ...(one.reason !== undefined && { action_reason: one.reason }),
    })),
    ...more,
  };
}

function typeOf(address: string): string {
  return (
    address
      .replace(/\[.*\]$/, "")
      .split(".")
      .at(-2) ?? ""
  );
}

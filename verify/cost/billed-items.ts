import { type EnvironmentFiles } from "../estate/estate";
import { type BilledItem } from "./billed-item";
import { billedTypes } from "./billed-types";
import { fargateBill } from "./fargate";

export interface Billed {
  /** Sorted by key. */
  readonly items: readonly BilledItem[];
  /** Places of what is billed by an amount that the files do not tell; sorted. */
  readonly unknown: readonly string[];
}

/** What an environment is billed for by the hour, and by the GiB and month. */
export function billedItems(environment: EnvironmentFiles): Billed {
  const sums = new Map<string, BilledItem>();
  const unknown = new Set<string>();
  const add = (
    place: string,
    { key, unit, amount }: Omit<BilledItem, "amount"> & { amount: BilledItem["amount"] | undefined },
  ) => {
    if (amount === undefined) return unknown.add(place);
    const before = sums.get(key)?.amount ?? { min: 0, max: 0 };
    return sums.set(key, {
      key,
      unit,
      amount: { min: before.min + amount.min, max: before.max + amount.max },
    });
  };
  for (const resource of environment.resources) {
    for (const { amount, ...bill } of billedTypes[resource.type]?.(resource.values, resource) ?? []) {
      add(resource.place, {
        ...bill,
        amount: amount === undefined ? undefined : { min: amount, max: amount },
      });
    }
  }
  for (const service of environment.all("aws_ecs_service")) {
    for (const bill of fargateBill(service, environment)) add(service.place, { ...bill, unit: "hour" });
  }
  const items = [...sums.values()].filter(({ amount }) => amount.max > 0);
  return { items: items.toSorted((a, b) => (a.key < b.key ? -1 : 1)), unknown: [...unknown].sort() };
}

import type { DeliveryTarget } from "../../contract/delivery-target";

export function readTargetText(text: string, place: string): DeliveryTarget {
  return readTarget(JSON.parse(text), place);
}

export function readTarget(value: unknown, place: string): DeliveryTarget {
  void place;
  return value as DeliveryTarget;
}

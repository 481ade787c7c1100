import { type Value, type Values } from "../../values/value";
import { isRecord } from "../../values/value-shape";

/** A known value with where it stands in the resource. */
export interface Place {
  readonly value: Value;
  readonly path: readonly (string | number)[];
}

/** What stands at a dotted path (`vpc_config.subnet_ids`), through every list and set on the way. */
export function placesOf(values: Values, path: string): readonly Place[] {
  let places: readonly Place[] = [{ value: values, path: [] }];
  for (const name of path.split(".")) {
    places = places.flatMap(({ value, path }) =>
      isRecord(value) ? spread({ value: value[name] ?? null, path: [...path, name] }) : [],
    );
  }
  return places;
}

/** The known texts at a dotted path. */
export function textPlaces(values: Values, path: string): readonly (Place & { readonly value: string })[] {
  return placesOf(values, path).flatMap(({ value, path }) =>
    typeof value === "string" && value !== "" ? [{ value, path }] : [],
  );
}

function spread({ value, path }: Place): readonly Place[] {
  if (!Array.isArray(value)) return [{ value, path }];
  return value.map((part: Value, index) => ({ value: part, path: [...path, index] }));
}

import fc from "fast-check";
import { type ValueType } from "../../../offline/schema/schema";
import { inSetOrder } from "../../../offline/values/canonical-key";
import { DynamicValue, unknown, type Value } from "../../../offline/values/value";

/** MessagePack for JavaScript refuses this one name on purpose. */
const name = fc.string({ maxLength: 4 }).filter((text) => text !== "__proto__");
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0);

export const arbitraryType: fc.Arbitrary<ValueType> = fc.letrec<{ type: ValueType }>((again) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<ValueType>("string", "number", "bool", "dynamic"),
    fc.tuple(fc.constantFrom("list" as const, "set" as const, "map" as const), again("type")),
    fc.tuple(fc.constant("object" as const), fc.dictionary(name, again("type"), { maxKeys: 4 })),
    fc.tuple(fc.constant("tuple" as const), fc.array(again("type"), { maxLength: 3 })),
  ),
})).type;

/** A value of the type, null or (if wanted) unknown in places. */
export function arbitraryValue(type: ValueType, withUnknown: boolean): fc.Arbitrary<Value> {
  const absent = withUnknown ? fc.constantFrom<Value>(null, unknown) : fc.constant<Value>(null);
  return fc.oneof({ weight: 1, arbitrary: absent }, { weight: 6, arbitrary: present(type, withUnknown) });
}

export function typeAndValue(withUnknown: boolean): fc.Arbitrary<readonly [ValueType, Value]> {
  return arbitraryType.chain((type) =>
    arbitraryValue(type, withUnknown).map((value) => [type, value] as const),
  );
}

function present(type: ValueType, withUnknown: boolean): fc.Arbitrary<Value> {
  if (type === "string") return fc.string();
  if (type === "number") return number;
  if (type === "bool") return fc.boolean();
  if (type === "dynamic") return dynamic(withUnknown);
  switch (type[0]) {
    case "list":
      return fc.array(arbitraryValue(type[1], withUnknown), { maxLength: 3 });
    case "set":
      return fc
        .array(arbitraryValue(type[1], withUnknown), { maxLength: 3 })
        .map((items) => inSetOrder(items, type[1]));
    case "map":
      return fc
        .dictionary(name, arbitraryValue(type[1], withUnknown), { maxKeys: 3 })
        .map((map) => ({ ...map }));
    case "tuple":
      return fc.tuple(...type[1].map((item) => arbitraryValue(item, withUnknown)));
    case "object":
      return fc
        .record(
          Object.fromEntries(
            Object.entries(type[1]).map(([key, item]) => [key, arbitraryValue(item, withUnknown)]),
          ),
        )
        .map((object) => ({ ...object }));
  }
}

function dynamic(withUnknown: boolean): fc.Arbitrary<Value> {
  const type: ValueType = ["object", { a: "string", b: ["set", "number"], c: ["tuple", ["bool"]] }];
  return arbitraryValue(type, withUnknown).map((value) => new DynamicValue(type, value));
}

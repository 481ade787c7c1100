import { fixedDefaults } from "../../../offline/replacement/fixed-defaults";
import { replacements } from "../../../offline/replacement/replacements";
import { bindingSchema } from "../../../offline/schema/binding-schema";

describe("A default of what AWS cannot change", () => {
  const rows = Object.entries(fixedDefaults).map(
    ([type, defaults]) => [type, Object.keys(defaults)] as const,
  );

  test.each(rows)("of %s is of attributes that are fixed", (type, names) => {
    expect(replacements.get(type)?.attributes).toEqual(expect.arrayContaining([...names]));
  });

  test.each(rows)("of %s is one that the schema does not fill in", (type, names) => {
    const { attributes } = bindingSchema().resource(type);
    expect(names.filter((name) => attributes[name]?.computed !== false)).toEqual([]);
  });
});

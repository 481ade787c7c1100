import { platformReplacements } from "../../../offline/replacement/platform-replacements";
import { bindingSchema } from "../../../offline/schema/binding-schema";
import { type BlockSchema } from "../../../offline/schema/schema";

const source = bindingSchema();

describe("A row of what AWS cannot change", () => {
  test.each(platformReplacements)("names parts of $type that exist", ({ type, attributes }) => {
    const block = source.resource(type);
    expect(attributes.filter((path) => !exists(block, path.split(".")))).toEqual([]);
  });

  test.each(platformReplacements)("says where AWS documents $type", ({ documentation }) => {
    expect(documentation).toMatch(
      /^https:\/\/docs\.aws\.amazon\.com\/[\w-]+\/latest\/(APIReference|API|apireference)\/API_\w+\.html$/,
    );
  });

  test("names a type once", () => {
    const types = platformReplacements.map(({ type }) => type);
    expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([]);
  });
});

function exists({ attributes, blocks }: BlockSchema, [name = "", ...rest]: readonly string[]): boolean {
  const nested = blocks[name];
  if (nested !== undefined) return rest.length === 0 || exists(nested.block, rest);
  return rest.length === 0 && attributes[name] !== undefined;
}

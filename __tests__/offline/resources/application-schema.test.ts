import { applicationReplacements } from "../../../offline/replacement/application-replacements";
import { applicationBehaviours } from "../../../offline/resources/application-behaviours";
import { bindingSchema } from "../../../offline/schema/binding-schema";
import { type BlockSchema } from "../../../offline/schema/schema";
import { anAws } from "./make";

const schema = bindingSchema();

function knows(block: BlockSchema, [name = "", ...rest]: readonly string[]): boolean {
  const nested = block.blocks[name];
  if (nested) return rest.length === 0 || knows(nested.block, rest);
  return rest.length === 0 && block.attributes[name] !== undefined;
}

function unknownOf(type: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => !knows(schema.resource(type), name.split(".")));
}

describe("What applications use, in the provider's schema", () => {
  test.each(applicationBehaviours.map((behaviour) => [behaviour.type, behaviour] as const))(
    "%s has every attribute that AWS answers with",
    (type, behaviour) => {
      const names = Object.keys(behaviour.create({}, anAws()));
      const { changedByUpdate = [], computedBlocks = [] } = behaviour;
      expect(unknownOf(type, [...names, ...changedByUpdate, ...computedBlocks])).toEqual([]);
    },
  );

  test.each(applicationReplacements.map(({ type, attributes }) => [type, attributes] as const))(
    "%s has every attribute that AWS cannot change",
    (type, attributes) => {
      expect(unknownOf(type, attributes)).toEqual([]);
    },
  );
});

import { platformBehaviours } from "../../../offline/resources/platform-behaviours";
import { bindingSchema } from "../../../offline/schema/binding-schema";
import { type BlockSchema } from "../../../offline/schema/schema";
import { anAwsContext } from "./an-aws-context";

const source = bindingSchema();

/** What every type of EC2 is asked for, because most have it. */
const common = ["arn", "owner_id"];

describe("The behaviour of a type", () => {
  test.each(platformBehaviours)("answers parts of $type that exist", ({ type, create }) => {
    const { attributes, blocks } = source.resource(type);
    const answered = Object.keys(create({}, anAwsContext())).filter((name) => !common.includes(name));
    expect(answered.filter((name) => !(name in attributes) && !(name in blocks))).toEqual([]);
  });

  test.each(platformBehaviours)("answers what $type leaves to AWS", ({ type, create }) => {
    const { attributes } = source.resource(type);
    const answered = Object.keys(create({}, anAwsContext()));
    expect(answered.filter((name) => attributes[name] && !attributes[name].computed)).toEqual([]);
  });

  test.each(platformBehaviours)("names blocks of $type that exist", ({ type, computedBlocks = [] }) => {
    const block = source.resource(type);
    expect(computedBlocks.filter((path) => !isBlock(block, path.split(".")))).toEqual([]);
  });

  test.each(platformBehaviours)("gives $type an id, where it has one", ({ type, create }) => {
    const hasId = source.resource(type).attributes["id"]?.computed === true;
    expect("id" in create({}, anAwsContext())).toBe(hasId);
  });

  test("is the only one of its type", () => {
    const types = platformBehaviours.map(({ type }) => type);
    expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([]);
  });
});

function isBlock({ blocks }: BlockSchema, [name = "", ...rest]: readonly string[]): boolean {
  const nested = blocks[name];
  return nested !== undefined && (rest.length === 0 || isBlock(nested.block, rest));
}

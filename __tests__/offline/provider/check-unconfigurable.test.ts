import { checkUnconfigurable } from "../../../offline/provider/check-unconfigurable";
import { type BlockSchema } from "../../../offline/schema/schema";

const arn = { type: "string", required: false, optional: false, computed: true } as const;
const name = { type: "string", required: false, optional: true, computed: true } as const;
const rule: BlockSchema = { attributes: { arn }, blocks: {} };
const block: BlockSchema = { attributes: { arn, name }, blocks: { rule: { nesting: "list", block: rule } } };

describe("checkUnconfigurable", () => {
  test("refuses a value for what only AWS decides, in the provider's words", () => {
    expect(checkUnconfigurable(block, { arn: "x" })).toMatchObject([
      { severity: "error", summary: "Value for unconfigurable attribute", path: ["arn"] },
    ]);
  });

  test("refuses it inside a block", () => {
    expect(checkUnconfigurable(block, { rule: [{ arn: "x" }] })).toMatchObject([{ path: ["rule"] }]);
  });

  test.each([
    ["nothing", {}],
    ["null", { arn: null }],
    ["what AWS decides unless it is given", { name: "x" }],
  ])("accepts %s", (_, config) => {
    expect(checkUnconfigurable(block, config)).toEqual([]);
  });
});

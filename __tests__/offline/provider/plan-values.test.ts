import { fillUnknown } from "../../../offline/provider/fill-unknown";
import { markChanged, markNew } from "../../../offline/provider/mark-unknown";
import { requiredReplacement } from "../../../offline/provider/required-replacement";
import { type AttributeSchema, type BlockSchema, type ValueType } from "../../../offline/schema/schema";
import { unknown, type Values } from "../../../offline/values/value";

const optional = (type: ValueType): AttributeSchema => ({
  type,
  required: false,
  optional: true,
  computed: false,
});
const computed = (type: ValueType): AttributeSchema => ({
  type,
  required: false,
  optional: true,
  computed: true,
});

const block: BlockSchema = {
  attributes: { name: optional("string"), id: computed("string"), ports: computed(["list", "number"]) },
  blocks: {
    action: {
      nesting: "list",
      block: { attributes: { type: optional("string"), order: computed("number") }, blocks: {} },
    },
    device: {
      nesting: "set",
      block: { attributes: { name: optional("string"), id: computed("string") }, blocks: {} },
    },
  },
};
const empty: Values = { name: "a", id: null, ports: null, action: [], device: [] };

describe("A new resource", () => {
  test("has unknown values for what is computed and not configured", () => {
    expect(markNew(block, empty)).toMatchObject({ name: "a", id: unknown, ports: unknown });
  });

  test("keeps computed values that are configured", () => {
    expect(markNew(block, { ...empty, id: "mine" })).toMatchObject({ id: "mine" });
  });

  test("has unknown values inside its blocks", () => {
    const marked = markNew(block, { ...empty, action: [{ type: "forward", order: null }] });
    expect(marked["action"]).toEqual([{ type: "forward", order: unknown }]);
  });
});

describe("A changed resource", () => {
  const prior = {
    name: "a",
    id: "1",
    ports: [1],
    action: [{ type: "forward", order: null }],
    device: [{ name: "x", id: "d-x" }],
  };

  test("keeps a computed value that AWS left empty", () => {
    expect(markChanged(block, prior, prior)["action"]).toEqual([{ type: "forward", order: null }]);
  });

  test("has unknown values in a block that is added to a list", () => {
    const proposed = { ...prior, action: [...prior.action, { type: "redirect", order: null }] };
    expect(markChanged(block, proposed, prior)["action"]).toEqual([
      { type: "forward", order: null },
      { type: "redirect", order: unknown },
    ]);
  });

  test("has unknown values in a block that is new in a set", () => {
    const proposed = { ...prior, device: [{ name: "y", id: null }, ...prior.device] };
    expect(markChanged(block, proposed, prior)["device"]).toEqual([
      { name: "y", id: unknown },
      { name: "x", id: "d-x" },
    ]);
  });

  test("keeps what AWS added to a block of a set, though Terraform proposes it without", () => {
    const proposed = { ...prior, device: [{ name: "x", id: null }] };
    expect(markChanged(block, proposed, prior)["device"]).toEqual(prior.device);
  });

  test("keeps the value that it has when another one means the same", () => {
    expect(markChanged(block, { ...prior, name: null }, { ...prior, name: "" })["name"]).toBe("");
  });

  test("loses a block that the configuration no longer has", () => {
    expect(markChanged(block, { ...prior, device: [] }, prior)["device"]).toEqual([]);
  });

  test("keeps a block that AWS may choose when the configuration has none", () => {
    expect(markChanged(block, { ...prior, device: [] }, prior, ["device"])["device"]).toEqual(prior.device);
  });
});

describe("Filling in what AWS answers", () => {
  test("takes the answer for what is unknown", () => {
    expect(fillUnknown(block, { ...empty, id: unknown }, { id: "vpc-1", name: "other" })).toMatchObject({
      name: "a",
      id: "vpc-1",
    });
  });

  test("leaves nothing unknown without an answer", () => {
    expect(fillUnknown(block, { ...empty, id: unknown, ports: unknown }, {})).toMatchObject({
      id: "",
      ports: [],
    });
  });

  test("takes blocks that AWS adds", () => {
    const answer = { device: [{ name: "root", id: "d-1" }] };
    expect(fillUnknown(block, empty, answer, ["device"])["device"]).toEqual(answer.device);
  });

  test("takes no block that only Terraform may add", () => {
    expect(fillUnknown(block, empty, { device: [{ name: "root", id: "d-1" }] })["device"]).toEqual([]);
  });

  test("fills blocks by their place", () => {
    const planned: Values = { ...empty, action: [{ type: "forward", order: unknown }] };
    expect(fillUnknown(block, planned, { action: [{ order: 1 }] })["action"]).toEqual([
      { type: "forward", order: 1 },
    ]);
  });
});

describe("A replacement", () => {
  const row = { type: "aws_x", attributes: ["name", "action.type"], documentation: "" };
  const prior = { name: "a", action: [{ type: "forward" }] };

  test("is required by a changed attribute of the table", () => {
    expect(requiredReplacement(row, prior, { ...prior, name: "b" })).toEqual([["name"]]);
  });

  test("is required by a value that becomes unknown", () => {
    expect(requiredReplacement(row, prior, { ...prior, name: unknown })).toEqual([["name"]]);
  });

  test("is required by a changed part of a block", () => {
    expect(requiredReplacement(row, prior, { ...prior, action: [{ type: "redirect" }] })).toEqual([
      ["action"],
    ]);
  });

  test("is required of every type by another region", () => {
    expect(requiredReplacement(undefined, { region: "eu-west-1" }, { region: "eu-west-2" })).toEqual([
      ["region"],
    ]);
  });

  test.each([
    [true, [["tier"]]],
    [false, []],
  ])("where AWS's answer is %p in this case: %p", (isFixed, expected) => {
    const sometimes = { ...row, sometimes: { tier: () => isFixed } };
    expect(requiredReplacement(sometimes, { tier: "a" }, { tier: "b" })).toEqual(expected);
  });

  test.each([
    [{ tier: null }, { tier: "basic" }],
    [
      { tier: null, on: null },
      { tier: "basic", on: false },
    ],
    [{ names: null }, { names: [] }],
  ])("is not required where %p becomes %p: it means the same", (before, after) => {
    const defaults = { ...row, attributes: ["tier", "on", "names"], defaults: { tier: "basic" } };
    expect(requiredReplacement(defaults, before, after)).toEqual([]);
  });

  test("is required by another value than the default", () => {
    const defaults = { ...row, attributes: ["tier"], defaults: { tier: "basic" } };
    expect(requiredReplacement(defaults, { tier: null }, { tier: "fast" })).toEqual([["tier"]]);
  });

  test("is not required by anything else", () => {
    expect(requiredReplacement(row, prior, { ...prior, other: 1 })).toEqual([]);
  });

  test("is not required of a type without a row", () => {
    expect(requiredReplacement(undefined, prior, { name: "b" })).toEqual([]);
  });
});

import { deriveBlock } from "../../../offline/schema/derive-block";
import { scanBinding } from "../../../offline/schema/scan-binding";

/** One member as the generator writes it, in the interface, the class and the HCL encoder. */
interface Member {
  readonly name: string;
  readonly flags: readonly ("computed" | "optional" | "required")[];
  readonly read: string;
  readonly write?: readonly [type: string, storage: string] | undefined;
  readonly block?: "one" | "many";
}

function lines(members: readonly Member[], indent: string) {
  const written = members.flatMap((member) => (member.write ? [{ ...member, write: member.write }] : []));
  const properties = written.flatMap(({ name, flags, block, write: [, storage] }) => [
    "  /**",
    ...(block ? [`  * ${name} block`, "  *"] : []),
    `  * Docs at Terraform Registry: {@link https://example.invalid/docs/resources/thing#${name} Thing#${name}}`,
    "  */",
    `  readonly ${name}${flags.includes("required") ? "" : "?"}: ${storage}${block === "many" ? "[]" : ""};`,
  ]);
  const read = members.flatMap(({ name, flags, read }) => [
    `  // ${name} - ${["computed", "optional", "required"].map((flag) => `${flag}: ${flags.some((f) => f === flag)}`).join(", ")}`,
    ...(read.startsWith("new ")
      ? [`  private _${name} = ${read};`]
      : [`  public get ${name}() {`, `    return ${read};`]),
    "  }",
  ]);
  const encodings = written.flatMap(({ name, write: [type, storage] }) => [
    `${indent}${name}: {`,
    `${indent}  isBlock: false,`,
    `${indent}  type: "${type}",`,
    `${indent}  storageClassType: "${storage}",`,
    `${indent}},`,
  ]);
  return { properties, members: read, encodings };
}

/** A resource `Thing`, whose nested type `ThingPart` has one optional string, or what is given. */
function source(members: readonly Member[], part: readonly Member[] = [text], base = "Resource"): string {
  const own = lines(members, "      ");
  const nested = lines(part, "    ");
  return [
    "export interface ThingConfig extends cdktf.TerraformMetaArguments {",
    ...own.properties,
    "}",
    "export interface ThingPart {",
    ...nested.properties,
    "}",
    "export function thingPartToHclTerraform(struct?: ThingPart): any {",
    ...nested.encodings,
    "}",
    "export class ThingPartOutputReference extends cdktf.ComplexObject {",
    ...nested.members,
    "}",
    "export class ThingPartList extends cdktf.ComplexList {",
    "}",
    `export class Thing extends cdktf.Terraform${base} {`,
    ...own.members,
    "  protected synthesizeHclAttributes(): { [name: string]: any } {",
    ...own.encodings,
    "}",
  ].join("\n");
}

const text: Member = {
  name: "text",
  flags: ["optional"],
  read: "this.getStringAttribute('text')",
  write: ["simple", "string"],
};

const derive = (...args: Parameters<typeof source>) => deriveBlock(scanBinding(source(...args)));

describe("deriveBlock", () => {
  test.each([
    ["this.getStringAttribute('a')", "string"],
    ["this.getNumberAttribute('a')", "number"],
    ["this.getBooleanAttribute('a')", "bool"],
    ["this.getListAttribute('a')", ["list", "string"]],
    ["cdktf.Fn.tolist(this.getListAttribute('a'))", ["set", "string"]],
    ["this.getNumberListAttribute('a')", ["list", "number"]],
    ["cdktf.Token.asNumberList(cdktf.Fn.tolist(this.getNumberListAttribute('a')))", ["set", "number"]],
    ["this.interpolationForAttribute('a')", "dynamic"],
    ['new cdktf.StringMap(this, "a")', ["map", "string"]],
    ['new cdktf.BooleanMap(this, "a")', ["map", "bool"]],
    ['new ThingPartOutputReference(this, "a")', ["object", { text: "string" }]],
    ['new ThingPartList(this, "a", false)', ["list", ["object", { text: "string" }]]],
    ['new ThingPartList(this, "a", true)', ["set", ["object", { text: "string" }]]],
    ['new ThingPartMap(this, "a")', ["map", ["object", { text: "string" }]]],
  ])("takes the type of a computed attribute from how it is read: %s", (read, type) => {
    expect(derive([{ name: "a", flags: ["computed"], read }]).attributes).toEqual({
      a: { type, computed: true, optional: false, required: false },
    });
  });

  test.each([
    ["simple", "string", "string"],
    ["list", "stringList", ["list", "string"]],
    ["set", "stringList", ["set", "string"]],
    ["set", "numberList", ["set", "number"]],
    ["map", "stringMap", ["map", "string"]],
    ["list", "stringMapList", ["list", ["map", "string"]]],
    ["map", "stringMapMap", ["map", ["map", "string"]]],
    ["list", "stringListList", ["list", ["list", "string"]]],
    ["set", "stringListList", ["set", ["list", "string"]]],
    ["struct", "ThingPart", ["object", { text: "string" }]],
    ["set", "ThingPartList", ["set", ["object", { text: "string" }]]],
  ] as const)("takes the type of an argument from how it is written: %s of %s", (outer, storage, type) => {
    const member: Member = {
      name: "a",
      flags: ["optional"],
      read: "this.interpolationForAttribute('a')",
      write: [outer, storage],
    };
    expect(derive([member]).attributes.a?.type).toEqual(type);
  });

  test("keeps what the provider may choose apart from what it always chooses", () => {
    const member: Member = { ...text, flags: ["computed", "optional"] };
    expect(derive([member]).attributes.text).toMatchObject({
      computed: true,
      optional: true,
      required: false,
    });
  });

  test.each([
    ["list", "one", 'new ThingPartOutputReference(this, "part")', { nesting: "list", maxItems: 1 }],
    ["set", "one", 'new ThingPartOutputReference(this, "part")', { nesting: "set", maxItems: 1 }],
    ["list", "many", 'new ThingPartList(this, "part", false)', { nesting: "list" }],
    ["set", "many", 'new ThingPartList(this, "part", true)', { nesting: "set" }],
    ["struct", "one", 'new ThingPartOutputReference(this, "part")', { nesting: "single" }],
  ] as const)("nests a block as %s of %s", (outer, block, read, expected) => {
    const storage = outer === "struct" ? "ThingPart" : "ThingPartList";
    const nested = derive([
      { name: "part", flags: ["optional"], read, write: [outer, storage], block },
    ]).blocks;
    const { block: inner, ...nesting } = nested.part ?? { block: undefined };
    expect({ ...nesting, names: Object.keys(inner?.attributes ?? {}) }).toEqual({
      ...expected,
      names: ["text"],
    });
  });

  test("wants at least one of a required block", () => {
    const member: Member = {
      name: "part",
      flags: ["required"],
      read: 'new ThingPartList(this, "part", true)',
      write: ["set", "ThingPartList"],
      block: "many",
    };
    expect(derive([member]).blocks.part).toMatchObject({ nesting: "set", minItems: 1 });
  });

  test("takes a block whose inside is open as it is, because Terraform refuses a set of unknown type", () => {
    const open: Member = {
      name: "statement",
      flags: ["optional"],
      read: "this.interpolationForAttribute('statement')",
      write: ["simple", "any"],
      block: "one",
    };
    const rule: Member = {
      name: "rule",
      flags: ["required"],
      read: 'new ThingPartList(this, "rule", true)',
      write: ["set", "ThingPartList"],
      block: "many",
    };
    expect(derive([rule], [open])).toEqual({
      attributes: { rule: { type: "dynamic", required: true, optional: false, computed: false } },
      blocks: {},
    });
  });

  test("leaves out the alias that cdktf gives to a provider", () => {
    const alias: Member = { ...text, name: "alias", read: "this._alias" };
    expect(Object.keys(derive([alias, text], [text], "Provider").attributes)).toEqual(["text"]);
  });

  test("keeps the alias of a resource", () => {
    const alias: Member = { ...text, name: "alias" };
    expect(Object.keys(derive([alias, text]).attributes)).toEqual(["alias", "text"]);
  });

  test("throws for an argument that is never written", () => {
    expect(() => derive([{ ...text, write: undefined }])).toThrow(
      "Thing.text: the binding does not say how it is written.",
    );
  });

  test("throws for a type that is nowhere", () => {
    const member: Member = { name: "a", flags: ["computed"], read: 'new NowhereList(this, "a", false)' };
    expect(() => derive([member])).toThrow("the binding mentions Nowhere and does not say what it is");
  });
});

describe("scanBinding", () => {
  test("throws for an attribute that is read in a way it does not know", () => {
    const member: Member = { name: "a", flags: ["computed"], read: "somethingElse()" };
    expect(() => scanBinding(source([member, text]))).toThrow("The binding does not say what a is.");
  });

  test("throws for a file without a resource", () => {
    expect(() => scanBinding("export interface Nothing {\n}")).toThrow(
      "no resource, data source or provider",
    );
  });
});

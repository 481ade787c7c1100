import type { BindingFields } from "../../../bench/l1/provider-binding";
import { writeValue } from "../../../bench/l1/write-value";

const fields: BindingFields = new Map([
  ["vpc_id", { property: "vpcId" }],
  ["tags", { property: "tags" }],
  ["depends_on", { property: "dependsOn" }],
  ["health_check", { property: "healthCheck", fields: new Map([["path", { property: "path" }]]) }],
]);

describe("writeValue", () => {
  test.each([
    ["text", "a", '"a"'],
    ["a number", 3, "3"],
    ["one reference", "${aws_vpc.main.id}", "<aws_vpc.main.id>"],
    ["text with a reference", "${a.b}:* `x`", "`${<a.b>}:* \\`x\\``"],
    ["an escaped template", "$${HOME}", '"$${HOME}"'],
    ["an escaped template beside a reference", "$${HOME}/${a.b}", "`$\\${HOME}/${<a.b>}`"],
  ])("writes %s", (_, value, written) => {
    expect(writeValue(value, undefined, mark)).toBe(written);
  });

  test("writes known keys in camel case", () => {
    expect(oneLine({ vpc_id: "v", health_check: [{ path: "/" }] })).toBe(
      '{ "vpcId": "v", "healthCheck": [{ "path": "/", }], }',
    );
  });

  test("keeps the keys of maps", () => {
    expect(oneLine({ tags: { cost_center: "a" } })).toBe('{ "tags": { "cost_center": "a", }, }');
  });

  test("writes dependencies as variables", () => {
    expect(oneLine({ depends_on: ["aws_vpc.main"] })).toBe("{ dependsOn: [<aws_vpc.main>], }");
  });

  test("throws for a field that the binding does not have", () => {
    expect(() => writeValue({ vpcid: "v" }, fields, mark)).toThrow("no field vpcid");
  });
});

function oneLine(value: Parameters<typeof writeValue>[0]): string {
  return writeValue(value, fields, mark).replace(/\n/g, " ").replace(/ }/g, " }").trim();
}

function mark(expression: string): string {
  return `<${expression}>`;
}

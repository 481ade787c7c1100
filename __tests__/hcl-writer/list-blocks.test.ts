import { type JsonObject } from "../../hcl-writer/json-value";
import { listBlocks } from "../../hcl-writer/list-blocks";

function addressesOf(configuration: JsonObject, fragments: Readonly<Record<string, unknown>> = {}): string[] {
  const elements = Object.entries(fragments).map(([path, fragment]) => ({ path, fragment }));
  return listBlocks(configuration, elements).map(({ keyword, labels, body, path }) => {
    const name = keyword === "locals" ? Object.keys(body) : labels;
    return [keyword, ...name, ...(path === undefined ? [] : [`(${path})`])].join(" ");
  });
}

describe("blocks of a file", () => {
  test("start with what comes from outside and end with what goes out and what happens to the state", () => {
    const configuration = {
      moved: [{ from: "aws_x.a", to: "aws_x.b" }],
      output: { o: { value: 1 } },
      resource: { aws_x: { b: {} } },
      data: { terraform_remote_state: { s: {} }, aws_y: { c: {} } },
      provider: { aws: {} },
      variable: { v: {} },
      terraform: {},
    };
    expect(addressesOf(configuration)).toEqual([
      "terraform",
      "variable v",
      "provider aws",
      "data terraform_remote_state s",
      "resource aws_x b",
      "data aws_y c",
      "output o",
      "moved",
    ]);
  });

  test("stand in the order of the construct tree, so that a local is next to what uses it", () => {
    const configuration = { locals: { one: 1, two: 2 }, resource: { aws_x: { one: {}, two: {} } } };
    expect(
      addressesOf(configuration, {
        "One/Local": { locals: { one: {} } },
        "One/Resource": { resource: { aws_x: { one: {} } } },
        "Two/Local": { locals: { two: {} } },
        "Two/Resource": { resource: { aws_x: { two: {} } } },
      }),
    ).toEqual([
      "locals one (One/Local)",
      "resource aws_x one (One/Resource)",
      "locals two (Two/Local)",
      "resource aws_x two (Two/Resource)",
    ]);
  });

  test("that cross-stack references add are sorted, because cdktf adds them in the order of their use", () => {
    const configuration = { output: { b: {}, a: {} }, data: { terraform_remote_state: { d: {}, c: {} } } };
    expect(addressesOf(configuration)).toEqual([
      "data terraform_remote_state c",
      "data terraform_remote_state d",
      "output a",
      "output b",
    ]);
  });

  test("without labels are matched by their number, overrides last", () => {
    const configuration = { provider: { aws: [{ a: 1 }, { a: 2 }, { a: 3 }] } };
    expect(
      addressesOf(configuration, { First: { provider: { aws: [{}] } }, Second: { provider: { aws: [{}] } } }),
    ).toEqual(["provider aws (First)", "provider aws (Second)", "provider aws"]);
  });

  test("that an override of the stack took away are not listed", () => {
    expect(addressesOf({}, { Gone: { resource: { aws_x: { gone: {} } } } })).toEqual([]);
  });

  test("keep locals that are lists whole", () => {
    expect(listBlocks({ locals: { list: [1, 2] } }, [])[0]?.body).toEqual({ list: [1, 2] });
  });

  test("leave out cdktf's notes", () => {
    expect(addressesOf({ "//": { metadata: {} }, output: { "//": {}, o: {} } })).toEqual(["output o"]);
  });

  test("of a kind that Terraform does not have are refused", () => {
    expect(() => addressesOf({ resources: {} })).toThrow('no top-level block "resources"');
  });
});

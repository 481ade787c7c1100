import { readJson } from "../../../verify/values/read-json";
import { JsonText, Reference, Template, Unknown, type Value } from "../../../verify/values/value";
import { aResource } from "./a-resource";

const arn = new Reference(aResource("aws_x.a"), "arn");

describe("JSON document", () => {
  test.each<[string, Value | undefined, Value | undefined]>([
    ["what jsonencode was given", new JsonText({ a: arn }), { a: arn }],
    ["literal text", '[{"a":1.5,"b":null}]', [{ a: 1.5, b: null }]],
    ["text with a reference", new Template(['{"a":["', arn, '"]}']), { a: [arn] }],
    [
      "text with a reference inside a text",
      new Template(['{"a":"x', arn, '/y"}']),
      { a: new Template(["x", arn, "/y"]) },
    ],
    ["text with an empty text", new Template(['{"a":"","b":"', arn, '"}']), { a: "", b: arn }],
    ["text that is no JSON", "{", undefined],
    ["text with an unknown value outside texts", new Template(["[", new Unknown("var.n"), "]"]), undefined],
    ["a reference", arn, undefined],
    ["nothing", undefined, undefined],
  ])("of %s", (_, value, expected) => {
    expect(readJson(value)).toEqual(expected);
  });
});

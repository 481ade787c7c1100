import { showSource } from "../../../verify/values/show-source";
import { showValue } from "../../../verify/values/show-value";
import { JsonText, Reference, Template, Unknown, type Value } from "../../../verify/values/value";
import { aResource } from "./a-resource";

const arn = new Reference(aResource("aws_x.a"), "arn");

describe("value in a message", () => {
  test.each<[Value | undefined, string]>([
    ["ALL", '"ALL"'],
    [30, "30"],
    [false, "false"],
    [null, "nothing"],
    [undefined, "nothing"],
    [arn, "aws_x.a.arn"],
    [new Reference(aResource("aws_x.a"), ""), "aws_x.a"],
    [new Unknown("var.size"), "var.size"],
    [new Template(["x-", arn, new Unknown("var.b")]), '"x-${aws_x.a.arn}${var.b}"'],
    [["a", arn], '["a", aws_x.a.arn]'],
    [[1, 2, 3, 4, 5, 6], "[1, 2, 3, 4, 5, …]"],
    [{ name: "x", value: 1 }, "{ name, value }"],
    [new JsonText(["a"]), 'jsonencode(["a"])'],
  ])("%p is %p", (value, expected) => {
    expect(showValue(value)).toBe(expected);
  });
});

describe("source of a value", () => {
  test.each<[string, Value, string]>([
    ["a variable", new Unknown("var.containers"), "var.containers"],
    ["an item", new Unknown("module.api[0].container"), "module.api[0].container"],
    ["a call", new Unknown('templatefile("a.json", { password = "hunter2" })'), "templatefile(…)"],
    ["another expression", new Unknown('var.a ? "hunter2" : ""'), "an expression"],
    ["a reference", arn, "aws_x.a.arn"],
    ["text", "hunter2", "text"],
    ["text with references", new Template(["hunter2", arn, arn]), "text with aws_x.a.arn"],
    ["JSON", new JsonText(["hunter2"]), "jsonencode(…)"],
  ])("%s is told without the text in it", (_, value, expected) => {
    expect(showSource(value)).toBe(expected);
  });
});

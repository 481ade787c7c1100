import { textOf } from "../../../verify/values/text-of";
import { Reference, Template, Unknown, type Value } from "../../../verify/values/value";
import { aResource } from "./a-resource";

const bucket = aResource("aws_s3_bucket.logs", {
  bucket: "logs-1",
  rule: { name: "all" },
  rules: [{ name: "first" }, { name: "second" }],
});
const policy = aResource("aws_s3_bucket_policy.logs", {
  bucket: new Reference(bucket, "bucket"),
  name: new Template(["of-", new Reference(bucket, "bucket")]),
});

describe("Text of a value", () => {
  test.each<[string, Value | undefined, string | undefined]>([
    ["text", "a", "a"],
    ["a number", 3, "3"],
    ["what a resource sets", new Reference(bucket, "bucket"), "logs-1"],
    ["what a resource sets from another", new Reference(policy, "bucket"), "logs-1"],
    ["a template of what is set", new Template(["a/", new Reference(policy, "name")]), "a/of-logs-1"],
    ["a field of the only block", new Reference(bucket, "rule.0.name"), "all"],
    ["a field of a block", new Reference(bucket, "rules.1.name"), "second"],
    ["what only AWS knows", new Reference(bucket, "arn"), undefined],
    ["a template with what only AWS knows", new Template(["a", new Reference(bucket, "arn")]), undefined],
    ["what nobody knows", new Unknown("var.x"), undefined],
    ["a list", ["a"], undefined],
    ["nothing", undefined, undefined],
    ["a property of JavaScript objects", new Reference(bucket, "constructor.name"), undefined],
  ])("of %s", (_, value, expected) => {
    expect(textOf(value)).toBe(expected);
  });

  test("ends where attributes refer to each other", () => {
    const values: Record<string, Value> = {};
    const resource = aResource("aws_x.loop", values);
    values["a"] = new Reference(resource, "b");
    values["b"] = new Reference(resource, "a");
    expect(textOf(values["a"])).toBeUndefined();
  });
});

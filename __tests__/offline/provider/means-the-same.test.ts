import { meansTheSame } from "../../../offline/provider/means-the-same";
import { unknown, type Value } from "../../../offline/values/value";

describe("Two values of an attribute", () => {
  test.each([
    ["an empty text and null", "", null],
    ["an empty map and null", {}, null],
    ["null and an empty list", null, []],
  ])("mean the same as %s", (_, before, after) => {
    expect(meansTheSame("tags", before, after)).toBe(true);
  });

  test.each<[string, Value, Value]>([
    ["false and null", false, null],
    ["0 and null", 0, null],
    ["null and unknown", null, unknown],
    ["something and nothing", { a: "b" }, {}],
    ["two texts", "a", "b"],
  ])("differ as %s", (_, before, after) => {
    expect(meansTheSame("tags", before, after)).toBe(false);
  });

  test.each(["policy", "assume_role_policy", "redrive_policy", "container_definitions"])(
    "mean the same as JSON of %s that is written in another way",
    (attribute) => {
      expect(meansTheSame(attribute, '{"a":1,"b":[2]}', '{ "b": [2], "a": 1 }')).toBe(true);
    },
  );

  test.each([
    ["policies say something else", "policy", '{"a":1}', '{"a":2}'],
    ["a policy is no JSON", "policy", "{", "{ "],
    ["a text is JSON by chance", "user_data", '{"a":1}', '{ "a": 1 }'],
  ])("differ where %s", (_, attribute, before, after) => {
    expect(meansTheSame(attribute, before, after)).toBe(false);
  });
});

import { isOverride, override } from "../../../verify/sources/override-files";

describe("Override files", () => {
  test.each([
    ["override.tf", true],
    ["prod_override.tf.json", true],
    ["override.tofu", true],
    ["overrides.tf", false],
    ["myoverride.tf", false],
  ])("%s is one: %s", (name, expected) => {
    expect(isOverride(name)).toBe(expected);
  });

  const resource = (body: object) => ({ resource: { aws_x: { one: [body] } } });
  test.each<[string, object, object, object]>([
    ["an attribute stands in the place of the other", { a: 1, b: 1 }, { a: 2 }, { a: 2, b: 1 }],
    [
      "a nested block replaces all of its kind",
      { a: [{ b: 1 }, { b: 2 }] },
      { a: [{ c: 3 }] },
      { a: [{ c: 3 }] },
    ],
    [
      "a nested block replaces dynamic ones, too",
      { dynamic: { a: [{ for_each: [] }], b: [{ for_each: [] }] } },
      { a: [{ c: 3 }] },
      { a: [{ c: 3 }], dynamic: { b: [{ for_each: [] }] } },
    ],
    [
      "a dynamic block replaces those that are written",
      { a: [{ c: 3 }] },
      { dynamic: { a: [{ for_each: [] }] } },
      { dynamic: { a: [{ for_each: [] }] } },
    ],
    [
      "a lifecycle is merged by argument",
      { lifecycle: [{ prevent_destroy: true, ignore_changes: ["a"] }] },
      { lifecycle: [{ prevent_destroy: false }] },
      { lifecycle: { prevent_destroy: false, ignore_changes: ["a"] } },
    ],
  ])("%s", (_name, before, given, expected) => {
    expect(override(resource(before), resource(given))).toEqual({ resource: { aws_x: { one: expected } } });
  });

  test("leave other resources alone", () => {
    const before = { resource: { aws_x: { one: [{ a: 1 }], two: [{ a: 1 }] }, aws_y: { one: [{ a: 1 }] } } };
    expect(override(before, resource({ a: 2 }))).toEqual({
      resource: { aws_x: { one: { a: 2 }, two: [{ a: 1 }] }, aws_y: { one: [{ a: 1 }] } },
    });
  });

  test("change the configuration of a provider with the same alias", () => {
    const before = { provider: { aws: [{ region: "a" }, { alias: "us", region: "b" }] } };
    expect(override(before, { provider: { aws: [{ alias: "us", profile: "c" }] } })).toEqual({
      provider: { aws: [{ region: "a" }, { alias: "us", region: "b", profile: "c" }] },
    });
  });

  test("give locals their last value", () => {
    expect(override({ locals: [{ a: 1, b: 1 }] }, { locals: [{ a: 2 }] })).toEqual({
      locals: [{ a: 1, b: 1 }, { a: 2 }],
    });
  });

  test("replace the backend and add required providers", () => {
    const before = {
      terraform: [
        { backend: { s3: [{ bucket: "a" }] } },
        { required_providers: [{ aws: { version: "5" } }] },
      ],
    };
    const given = {
      terraform: [{ backend: { local: [{}] }, required_providers: [{ random: { version: "3" } }] }],
    };
    expect(override(before, given)).toEqual({
      terraform: {
        backend: { local: [{}] },
        required_providers: { aws: { version: "5" }, random: { version: "3" } },
      },
    });
  });
});

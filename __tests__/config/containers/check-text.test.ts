import { orders, TemporaryEnvironments } from "./support/temporary-environments";

const environments = new TemporaryEnvironments();
const withValue = (value: string) => [{ ...orders, environment: [{ name: "TEXT", value }] }];

describe("text", () => {
  test.each(["${HOME}", "%{if x}", "TfToken", "${TfToken}", "😀", "\u0001", "'\"\\`", "<&>", "constructor"])(
    "may hold %j",
    (value) => {
      expect(environments.read(withValue(value)).problems).toEqual([]);
    },
  );

  test.each([
    [
      "${TfToken[TOKEN.0]}",
      "must not contain TfToken[, because CDK for Terraform takes it for a marker of its own",
    ],
    ["a\0b", "must not contain NUL characters, because no process can receive them"],
    ["\ud83d", "must be whole Unicode characters, because UTF-8 has no half ones"],
  ])("does not hold %j", (value, must) => {
    expect(environments.complaints(withValue(value))).toEqual([`containers[0].environment[0].value ${must}`]);
  });

  test("is checked in keys too", () => {
    expect(environments.complaints([{ ...orders, dockerLabels: { "TfToken[1]": "x" } }])).toEqual([
      'containers[0].dockerLabels["TfToken[1]"] must not contain TfToken[, because CDK for Terraform takes it for a marker of its own',
    ]);
  });
});

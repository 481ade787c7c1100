import { defineTooling, type ToolingInput } from "../../config/define-tooling";

const small: ToolingInput = { account: "999999999999", region: "eu-west-1" };

describe("defineTooling", () => {
  test("fills in the defaults", () => {
    expect(defineTooling(small)).toEqual({
      account: "999999999999",
      region: "eu-west-1",
      state: { kind: "local" },
      tags: { Environment: "tooling", ManagedBy: "terraform" },
      repositories: [],
      oidcProviders: "created",
    });
  });

  test("freezes everything", () => {
    expect(Object.isFrozen(defineTooling(small).tags)).toBe(true);
  });

  test("keeps its state in a bucket of its region", () => {
    expect(defineTooling({ ...small, state: { bucket: "tooling-state" } }).state).toEqual({
      kind: "s3",
      bucket: "tooling-state",
      region: "eu-west-1",
    });
  });

  test.each(["Otel", "a", "-x", "x//y", "x__y"])("refuses the repository %s", (repository) => {
    expect(() => defineTooling({ ...small, repositories: [repository] })).toThrow("repositories[0]");
  });

  test("reports all problems at once", () => {
    const input = { account: "9", region: "eu-west-1", regoin: "x", state: { bucket: "B" } };
    expect(() => defineTooling(input as ToolingInput)).toThrowErrorMatchingInlineSnapshot(`
     "environments/tooling.ts: 3 problems
       regoin        must be a known field, got "x". Did you mean "region"?
       account       must be an AWS account id of 12 digits, got "9". Write the 12 digits in quotes, without hyphens, for example "111111111111".
       state.bucket  must be the name of an S3 bucket, got "B". Use 3 to 63 lower-case letters, digits and hyphens, for example "dev-terraform-state"."
    `);
  });
});

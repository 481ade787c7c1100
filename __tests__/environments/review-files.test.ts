import { join } from "node:path";
import { estate } from "../../environments";
import { buildApp } from "../../stacks/build-app";
import { prepareStacks } from "../../stacks/prepare-stacks";
import { renderStackHcl } from "../../stacks/render-stack-hcl";
import { findHclDifference } from "../support/hcl-equals-json";
import { repository } from "../support/run-command";
import { testWithTerraform } from "../support/terraform";

describe("The HCL of our stacks", () => {
  const stacks = prepareStacks(buildApp(estate));

  test.each(stacks.map((stack) => [stack.node.id, stack] as const))(
    "says of %s what the JSON says",
    async (_, stack) => {
      expect(await findHclDifference(renderStackHcl(stack), stack.toTerraform())).toBeUndefined();
    },
  );

  testWithTerraform("is what terraform fmt would write, in hcl/", (terraform) => {
    expect(terraform(["fmt", "-check", "-diff", join(repository, "hcl")])).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    });
  });
});

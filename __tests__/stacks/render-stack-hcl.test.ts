import { App, TerraformStack } from "cdktf";
import { renderStackHcl } from "../../stacks/render-stack-hcl";
import { trapStacks } from "../hcl-writer/trap-stacks";
import { findHclDifference } from "../support/hcl-equals-json";
import { testWithTerraform } from "../support/terraform";

function build(declare: (stack: TerraformStack) => void): TerraformStack {
  const stack = new TerraformStack(new App(), "dev");
  declare(stack);
  return stack;
}

describe("HCL of a stack", () => {
  test.each(Object.entries(trapStacks))("means what the JSON means: %s", async (_, declare) => {
    const stack = build(declare);
    const hcl = renderStackHcl(stack);
    expect(await findHclDifference(hcl, stack.toTerraform())).toBeUndefined();
  });

  testWithTerraform("is what terraform fmt would write", (terraform) => {
    const all = Object.values(trapStacks).map((declare) => renderStackHcl(build(declare)));
    const { status, stdout, stderr } = terraform(["fmt", "-check", "-diff", "-"], { input: all.join("\n") });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

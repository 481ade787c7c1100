import { App, type TerraformStack } from "cdktf";
import { AccountStack, type AccountStackProps } from "../stacks/account-stack";
import { prepareStacks } from "../stacks/prepare-stacks";
import { stopStackCapture } from "../stacks/stop-stack-capture";
import { Synthesis } from "./synthesis";

class TestStack extends AccountStack {}

const account: AccountStackProps = {
  owner: "test",
  account: "123456789012",
  region: "eu-west-1",
  state: { kind: "local" },
  tags: {},
};

/**
 * Builds constructs in a stack of account `123456789012` in `eu-west-1` and returns what Terraform would get, without
 * writing a file. Validations run.
 *
 * @example
 * const synthesis = synthesize((stack) => {
 *   new Network(stack, "Network", { name: "test", account: "123456789012", region: "eu-west-1", cidrBlock: "10.20.0.0/16" });
 * });
 * expect(synthesis.only(Vpc)).toMatchObject({ cidr_block: "10.20.0.0/16" });
 */
export function synthesize(build: (stack: TerraformStack) => void): Synthesis {
  const [synthesis] = synthesizeApp((app) => build(new TestStack(app, "stack", account)));
  if (!synthesis) throw new Error("synthesize: no stack was built");
  return synthesis;
}

/** Builds whole stacks, which may refer to each other, and returns one synthesis per stack in the order they were made. */
export function synthesizeApp(build: (app: App) => void): Synthesis[] {
  stopStackCapture();
  // Nothing is written there: the app is never synthesized to files.
  const app = new App({ outdir: "cdktf.out" });
  build(app);
  return prepareStacks(app).map((stack) => new Synthesis(stack.node.id, stack.toTerraform()));
}

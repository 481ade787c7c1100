import { type Dialect, dialects } from "../../pipelines/dialect";
import { CiMachine } from "../support/pipelines/ci-machine";
import { Forge } from "../support/pipelines/forge";
import { someOptions } from "../support/pipelines/some-options";
import { written } from "../support/pipelines/written";
import { testWithTerraform } from "../support/terraform";

const options = someOptions({ kinds: ["infrastructure"], environments: [{ name: "dev" }], approve: ["dev"] });

/** A stack that needs no provider of a registry; its state is beside the output folder, as ours is without a bucket. */
function stack(name: string, input: string): string {
  return JSON.stringify({
    terraform: { backend: { local: { path: `../../../${name}.tfstate` } } },
    resource: { terraform_data: { this: { input } } },
    output: { input: { value: input } },
  });
}

/** Reads the state of another stack, as cdktf's cross-stack references do. */
function reader(name: string, other: string): string {
  return JSON.stringify({
    terraform: { backend: { local: { path: `../../../${name}.tfstate` } } },
    data: {
      terraform_remote_state: { other: { backend: "local", config: { path: `../../../${other}.tfstate` } } },
    },
    resource: { terraform_data: { this: { input: "${data.terraform_remote_state.other.outputs.input}" } } },
  });
}

describe("the scripts of an infrastructure pipeline", () => {
  const machines: CiMachine[] = [];
  let forge: Forge;
  beforeAll(async () => (forge = await Forge.start()));
  afterAll(async () => {
    machines.forEach((machine) => machine.remove());
    await forge.stop();
  });

  function aMachine(): CiMachine {
    const machine = new CiMachine([]);
    machine.writeFile("stacks/tooling-delivery/cdk.tf.json", stack("tooling-delivery", "repositories"));
    machines.push(machine);
    return machine;
  }

  function run(machine: CiMachine, job: string, more = {}, dialect: Dialect = "gitlab") {
    const roles = Object.fromEntries(
      ["PLAN_ROLE_TOOLING", "APPLY_ROLE_TOOLING", "PLAN_ROLE_DEV", "APPLY_ROLE_DEV"].map((name) => [
        name,
        name,
      ]),
    );
    machine.approve();
    return machine.run(written(dialect, options).runnable(job), {
      ...forge.variables(dialect, "abc"),
      ...roles,
      CHECKPOINT_DISABLE: "1",
      PLAN_PASSPHRASE: "secret",
      ...more,
    });
  }

  for (const dialect of dialects)
    testWithTerraform(`apply the plan that was made before: ${dialect}`, async () => {
      const machine = aMachine();
      const plan = await run(machine, "plan-tooling", {}, dialect);
      const apply = await run(machine, "apply-tooling", {}, dialect);
      expect([plan.status, apply.status]).toEqual([0, 0]);
      expect(plan.stdout).toContain("1 to add, 0 to change");
      expect(machine.readFile("tooling-delivery.tfstate")).toContain("repositories");
    });

  testWithTerraform("hand no plan on in clear", async () => {
    const machine = aMachine();
    await run(machine, "plan-tooling");
    expect(machine.readFile("plan-tooling.encrypted")).toMatch(/^Salted__/);
    const { status } = await run(machine, "apply-tooling", { PLAN_PASSPHRASE: "another" });
    expect(status).not.toBe(0);
    expect(() => machine.readFile("tooling-delivery.tfstate")).toThrow("no such file");
  });

  testWithTerraform("apply no plan that is stale", async () => {
    const machine = aMachine();
    await run(machine, "plan-tooling");
    await run(machine, "apply-tooling");
    const { status, stderr } = await run(machine, "apply-tooling");
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining("Saved plan is stale") });
  });

  testWithTerraform("are red when a stack has more to do after the one that it reads", async () => {
    const machine = aMachine();
    machine.writeFile("stacks/dev-network/cdk.tf.json", stack("dev-network", "first"));
    machine.writeFile("stacks/dev-data/cdk.tf.json", stack("dev-data", "database"));
    machine.writeFile("stacks/dev-services/cdk.tf.json", stack("dev-services", "services"));
    await run(machine, "plan-dev");
    expect((await run(machine, "apply-dev")).status).toBe(0);
    machine.writeFile("stacks/dev-services/cdk.tf.json", reader("dev-services", "dev-network"));
    machine.writeFile("stacks/dev-network/cdk.tf.json", stack("dev-network", "second"));
    await run(machine, "plan-dev");
    const first = await run(machine, "apply-dev");
    await run(machine, "plan-dev");
    const second = await run(machine, "apply-dev");
    expect([first.status, second.status]).toEqual([1, 0]);
    expect(first.stdout).toContain(
      "cdktf.out/stacks/dev-services: not everything is done. Run the pipeline again.",
    );
  });

  testWithTerraform("apply the account's OIDC providers, and need no database", async () => {
    const machine = aMachine();
    for (const part of ["account", "network", "services"])
      machine.writeFile(`stacks/dev-${part}/cdk.tf.json`, stack(`dev-${part}`, part));
    await run(machine, "plan-dev");
    expect((await run(machine, "apply-dev")).status).toBe(0);
    expect(machine.readFile("dev-account.tfstate")).toContain("account");
    expect(machine.readFile("dev-services.tfstate")).toContain("services");
  });

  testWithTerraform("are red when the stack of services is missing", async () => {
    const machine = aMachine();
    machine.writeFile("stacks/dev-network/cdk.tf.json", stack("dev-network", "network"));
    expect((await run(machine, "plan-dev")).status).not.toBe(0);
  });

  test("plan nothing without a role", async () => {
    const machine = aMachine();
    const { status, stderr } = await run(machine, "plan-tooling", { PLAN_ROLE_TOOLING: "" });
    expect(status).not.toBe(0);
    expect(stderr).toContain("PLAN_ROLE_TOOLING: parameter not set or null");
  });
});

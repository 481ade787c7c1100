import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Construct } from "constructs";
import { AccountStack, type AccountStackProps } from "../../stacks/account-stack";
import { synthesizeApp } from "../../testing/synthesize";

class SomeStack extends AccountStack {}

const props: AccountStackProps = {
  owner: "dev",
  account: "111111111111",
  region: "eu-west-1",
  state: { kind: "local" },
  tags: { Environment: "dev" },
};

function configurationOf(
  changes: Partial<AccountStackProps> = {},
  build: (stack: AccountStack) => void = () => undefined,
): Readonly<Record<string, unknown>> {
  const [synthesis] = synthesizeApp((app) => build(new SomeStack(app, "network", { ...props, ...changes })));
  return { name: synthesis?.stackName, ...synthesis?.configuration };
}

describe("AccountStack", () => {
  test("is named by owner and part", () => {
    expect(configurationOf()).toMatchObject({ name: "dev-network" });
  });

  test("refuses every account but its own", () => {
    expect(configurationOf()).toMatchObject({
      provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["111111111111"] }] },
    });
  });

  test("tags everything", () => {
    expect(configurationOf()).toMatchObject({
      provider: { aws: [{ default_tags: [{ tags: { Environment: "dev" } }] }] },
    });
  });

  test("takes tags as they are written, keys too", () => {
    expect(configurationOf({ tags: { "${k}": "${v} %{w}" } })).toMatchObject({
      provider: { aws: [{ default_tags: [{ tags: { "$${k}": "$${v} %%{w}" } }] }] },
    });
  });

  test("asks for a Terraform that locks state in S3", () => {
    expect(configurationOf()).toMatchObject({ terraform: { required_version: ">= 1.10.0" } });
  });

  test("pins its provider", () => {
    expect(configurationOf()).toMatchObject({
      terraform: {
        required_providers: { aws: { source: "aws", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) } },
      },
    });
  });
});

describe("Addresses in a stack", () => {
  test("are the path of the construct, without a hash", () => {
    const configuration = configurationOf({}, (stack) => {
      const network = new Construct(stack, "Network");
      new Vpc(new Construct(network, "Main"), "Resource", {});
    });
    expect(configuration).toMatchObject({ resource: { aws_vpc: { network_main: {} } } });
  });

  test("may be equal for different types", () => {
    const build = (stack: AccountStack) => {
      const vpc = new Vpc(new Construct(stack, "Main"), "Resource", {});
      new Subnet(stack, "main", { vpcId: vpc.id });
    };
    expect(() => configurationOf({}, build)).not.toThrow();
  });

  test("are refused when two elements would share one", () => {
    const build = (stack: AccountStack) => {
      new Vpc(stack, "OrderHistory", {});
      new Vpc(stack, "order-history", {});
    };
    expect(() => configurationOf({}, build)).toThrow(
      "dev-network/order-history: 1 problem\n  id  must give the element an address of its own, got aws_vpc.order_history, which dev-network/OrderHistory has. Rename one of the two.",
    );
  });

  test("of values from another stack do not repeat the owner", () => {
    const [, services] = synthesizeApp((app) => {
      const network = new SomeStack(app, "network", props);
      const vpc = new Vpc(network, "Vpc", {});
      new Subnet(new SomeStack(app, "services", props), "Subnet", { vpcId: vpc.id });
    });
    expect(services?.resource(Subnet, "subnet")).toMatchObject({
      vpc_id: "${data.terraform_remote_state.network.outputs.aws_vpc_vpc_id}",
    });
  });
});

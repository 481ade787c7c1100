import { type Stack } from "../../../terraform/stacks/stack";
import { emptySummary } from "../../../terraform/summary/plan-summary";
import { type EnvironmentFiles } from "../../../verify/estate/estate";
import { readEstate } from "../../../verify/estate/read-estate";
import { priorEnvironment } from "../../../verify/guard/prior-environment";
import { referencesIn } from "../../../verify/values/plain-values";
import { showValue } from "../../../verify/values/show-value";

type Json = Readonly<Record<string, unknown>>;

const vpcId = "vpc-0123456789abcdef0";
const subnetId = "subnet-0123456789abcdef0";

interface Prior {
  readonly address: string;
  readonly values: Json;
  readonly sensitive?: Json;
}

/** The environment before plans with these states, by stack. */
function before(states: Readonly<Record<string, readonly Prior[]>>, outputs: Json = {}): EnvironmentFiles {
  const [after] = readEstate(stacks).environments;
  if (!after) throw new Error("no environment");
  const plans = after.stacks.flatMap((stack) => {
    const prior = states[stack.name];
    if (!prior) return [];
    const resources = prior.map(({ address, values, sensitive = {} }) => {
      const [name, type] = address.split(".").toReversed();
      const mode = address.startsWith("data.") ? "data" : "managed";
      return { address, mode, type, name, values, sensitive_values: sensitive };
    });
    return [
      {
        stack,
        summary: emptySummary,
        json: { prior_state: { values: { outputs, root_module: { resources } } } },
      },
    ];
  });
  return priorEnvironment(after, plans);
}

const state = { backend: "local", config: { path: "../test-network/terraform.tfstate" } };
const stacks: readonly Stack[] = [
  {
    name: "test-network",
    folder: "/test-network",
    dependencies: [],
    configuration: {
      resource: { aws_vpc: { main: {} } },
      output: { vpc: { value: "${aws_vpc.main.id}" }, password: { value: "${aws_vpc.main.owner_id}" } },
    },
  },
  {
    name: "test-services",
    folder: "/test-services",
    dependencies: ["test-network"],
    configuration: {
      data: { terraform_remote_state: { network: state } },
      resource: {
        aws_security_group: {
          a: {
            vpc_id: "${data.terraform_remote_state.network.outputs.vpc}",
            description: "${data.terraform_remote_state.network.outputs.password}",
          },
        },
      },
    },
  },
];

const vpc = { address: "aws_vpc.main", values: { id: vpcId, cidr_block: "10.0.0.0/16" } };
const valueAt = (environment: EnvironmentFiles, place: string, attribute: string) =>
  showValue(environment.at(place)?.values[attribute]);

describe("The environment before plans", () => {
  test("has what the states hold, modules and keys included", () => {
    const address = 'module.m["a"].aws_subnet.private[0]';
    expect(before({ "test-network": [{ address, values: {} }] }).at(`test-network/${address}`)?.type).toBe(
      "aws_subnet",
    );
  });

  test("has nothing of a stack without state", () => {
    expect(before({ "test-network": [] }).all("aws_vpc")).toEqual([]);
  });

  test("refers to the resource that an id belongs to, in lists and blocks too", () => {
    const values = { vpc_id: vpcId, ids: [vpcId], block: [{ id: vpcId }] };
    const environment = before({ "test-network": [vpc, { address: "aws_subnet.a", values }] });
    const { vpc_id: id, ids, block } = environment.at("test-network/aws_subnet.a")?.values ?? {};
    expect([showValue(id), showValue(ids)]).toEqual(["aws_vpc.main.id", "[aws_vpc.main.id]"]);
    expect(referencesIn(block)).toHaveLength(1);
  });

  test("refers across stacks that both have a plan", () => {
    const group = { address: "aws_security_group.a", values: { vpc_id: vpcId } };
    const environment = before({ "test-network": [vpc], "test-services": [group] });
    expect(valueAt(environment, "test-services/aws_security_group.a", "vpc_id")).toBe("aws_vpc.main.id");
  });

  test("refers to a stack without plan by what was read of its outputs", () => {
    const group = { address: "aws_security_group.a", values: { vpc_id: vpcId } };
    const read = { address: "data.terraform_remote_state.network", values: { outputs: { vpc: vpcId } } };
    const environment = before({ "test-services": [read, group] });
    expect(valueAt(environment, "test-services/aws_security_group.a", "vpc_id")).toBe("aws_vpc.main.id");
  });

  test("is referred to by a stack without plan, through outputs of the state", () => {
    const environment = before({ "test-network": [vpc] }, { vpc: { value: vpcId, sensitive: true } });
    const reference = environment.at("test-services/aws_security_group.a")?.values["vpc_id"];
    expect(reference).toMatchObject({
      resource: environment.at("test-network/aws_vpc.main"),
      attribute: "id",
    });
  });

  test("keeps a sensitive output that is no id to itself", () => {
    const environment = before({ "test-network": [vpc] }, { password: { value: "hush", sensitive: true } });
    expect(valueAt(environment, "test-services/aws_security_group.a", "description")).toBe("output.password");
  });

  test("leaves sensitive attributes out", () => {
    const values = { id: subnetId, secret: "hush", block: [{ word: "hush", name: "a" }] };
    const sensitive = { secret: true, block: [{ word: true }] };
    const environment = before({ "test-network": [{ address: "aws_subnet.a", values, sensitive }] });
    expect(JSON.stringify(environment.at("test-network/aws_subnet.a")?.values)).not.toContain("hush");
  });

  test("does not refer from a resource to itself", () => {
    const environment = before({ "test-network": [vpc] });
    expect(valueAt(environment, "test-network/aws_vpc.main", "id")).toBe(JSON.stringify(vpcId));
  });

  test("does not take a name for an id", () => {
    const bucket = { address: "aws_s3_bucket.a", values: { id: "shop" } };
    const group = { address: "aws_security_group.a", values: { name: "shop" } };
    const environment = before({ "test-network": [bucket, group] });
    expect(valueAt(environment, "test-network/aws_security_group.a", "name")).toBe('"shop"');
  });

  test("refers to the resource rather than to a data source that reads it", () => {
    const read = { address: "data.aws_vpc.main", values: { id: vpcId } };
    const subnet = { address: "aws_subnet.a", values: { vpc_id: vpcId } };
    const environment = before({ "test-network": [read, vpc, subnet] });
    expect(valueAt(environment, "test-network/aws_subnet.a", "vpc_id")).toBe("aws_vpc.main.id");
  });

  test.each([[""], [[]], [null]])("has nothing where a provider writes %j", (nothing) => {
    const environment = before({
      "test-network": [{ address: "aws_subnet.a", values: { gateway_id: nothing } }],
    });
    expect(environment.at("test-network/aws_subnet.a")?.values["gateway_id"]).toBeNull();
  });
});

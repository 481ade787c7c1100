import { chainsOf, downstreamOf, selectStacks, upstreamOf } from "../../../terraform/stacks/select-stacks";
import { type Stack } from "../../../terraform/stacks/stack";
import { aStack } from "../a-stack";

const all = [
  aStack("dev-network"),
  aStack("dev-data", ["dev-network"]),
  aStack("dev-services", ["dev-network", "dev-data"]),
  aStack("dev-eu-network"),
  aStack("prod-network"),
];

const names = (stacks: readonly Stack[]) => stacks.map(({ name }) => name);

describe("Selected stacks", () => {
  test.each([
    [undefined, ["dev-network", "dev-data", "dev-services", "dev-eu-network", "prod-network"]],
    ["dev-data", ["dev-data"]],
    ["dev", ["dev-network", "dev-data", "dev-services"]],
    ["dev-eu", ["dev-eu-network"]],
  ])("of %p are %p", (argument, expected) => {
    expect(names(selectStacks(all, argument))).toEqual(expected);
  });

  test("of an unknown name are a problem that names the nearest", () => {
    expect(() => selectStacks(all, "porduction-network")).toThrow('Did you mean "prod-network"?');
  });
});

describe("Upstream stacks", () => {
  test("are those that a stack reads, directly or not", () => {
    const services = aStack("services", ["data"]);
    const chain = [aStack("network"), aStack("data", ["network"]), services];
    expect(names(upstreamOf([services], chain))).toEqual(["network", "data"]);
  });

  test("leave out what is selected itself", () => {
    expect(names(upstreamOf(all.slice(0, 3), all))).toEqual([]);
  });
});

describe("Downstream stacks", () => {
  test("are those that read a stack, directly or not", () => {
    const network = aStack("network");
    const chain = [network, aStack("data", ["network"]), aStack("services", ["data"]), aStack("other")];
    expect(names(downstreamOf([network], chain))).toEqual(["data", "services"]);
  });

  test("leave out what is selected itself", () => {
    expect(names(downstreamOf(all.slice(0, 3), all))).toEqual([]);
  });
});

describe("Chains", () => {
  test("hold stacks that depend on each other, in order", () => {
    expect(chainsOf(all).map(names)).toEqual([
      ["dev-network", "dev-data", "dev-services"],
      ["dev-eu-network"],
      ["prod-network"],
    ]);
  });

  test("that a later stack reads become one", () => {
    const joined = [aStack("a"), aStack("b"), aStack("c", ["a", "b"])];
    expect(chainsOf(joined).map(names)).toEqual([["a", "b", "c"]]);
  });
});

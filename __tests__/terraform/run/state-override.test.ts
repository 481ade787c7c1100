import { absoluteOverride, offlineOverride, writerOf } from "../../../terraform/run/state-override";
import { aStack } from "../a-stack";

const fileOf = (name: string) => `/world/${name}.tfstate`;

const reading = (backend: string, config: Record<string, string>) =>
  aStack("dev-data", ["dev-network"], {
    terraform: { backend: { s3: { bucket: "states", key: "dev-data.tfstate" } } },
    data: { terraform_remote_state: { network: { backend, config } } },
  });

const inBucket = aStack("dev-network", [], {
  terraform: { backend: { s3: { bucket: "states", key: "dev-network.tfstate", region: "eu-west-1" } } },
});

describe("An offline override", () => {
  test("keeps a stack's state in the world", () => {
    expect(offlineOverride(inBucket, [inBucket], fileOf)).toEqual({
      terraform: { backend: { local: { path: "/world/dev-network.tfstate" } } },
    });
  });

  test.each([
    ["bucket and key", "s3", { bucket: "states", key: "dev-network.tfstate" }, inBucket],
    ["path", "local", { path: "../../../terraform.dev-network.tfstate" }, aStack("dev-network")],
  ])("finds the stack that writes a state by %s", (_, backend, config, writer) => {
    expect(offlineOverride(reading(backend, config), [writer], fileOf).data).toEqual({
      terraform_remote_state: {
        network: { backend: "local", config: { path: "/world/dev-network.tfstate" } },
      },
    });
  });

  test("of a state that no stack writes is a problem", () => {
    const stack = reading("s3", { bucket: "states", key: "elsewhere.tfstate" });
    expect(() => offlineOverride(stack, [inBucket], fileOf)).toThrow(
      'must be the state of one of the synthesized stacks, got s3 {"bucket":"states","key":"elsewhere.tfstate"}',
    );
  });
});

describe("The writer of a state", () => {
  test("is the stack whose backend holds it, however the others are named", () => {
    const others = [aStack("dev-account"), inBucket];
    const location = {
      backend: "s3",
      config: { bucket: "states", key: "dev-network.tfstate", region: "eu-west-1" },
    };
    expect(writerOf(location, reading("s3", {}), others)?.name).toBe("dev-network");
  });
});

describe("An online override", () => {
  test("names the state file that cdktf deploy uses", () => {
    expect(absoluteOverride(aStack("dev-network"))).toEqual({
      terraform: { backend: { local: { path: "/project/terraform.dev-network.tfstate" } } },
    });
  });

  test("leaves a backend elsewhere alone", () => {
    expect(absoluteOverride(inBucket)).toEqual({});
  });
});

import { Token } from "cdktf";
import type { ContainerServiceProps } from "../../../constructs/services/container-service-settings";
import { ContainerService } from "../../../constructs/services/container-service";
import { synthesize } from "../../../testing/synthesize";
import { aNetwork, aPeer } from "../../support/a-network";
import { execSettings, registry, serviceSettings } from "../../support/a-service";

function build(props: Partial<ContainerServiceProps>) {
  return () =>
    synthesize((stack) => {
      new ContainerService(stack, "Orders", { ...serviceSettings(), ...props });
    });
}

const ingress = {
  from: aPeer("public-load-balancer"),
  port: 8080,
  targetGroupArn: "arn:target-group",
  healthCheckPath: "/",
  graceSeconds: 60,
  requestCountLabel: "app/x/targetgroup/y",
  rules: [],
};

const toInternet = [{ to: "internet", port: 443, reason: "Pull images" }];
const noEndpoints = aNetwork({ endpoints: undefined });

describe("The containers of a service", () => {
  test.each([
    ["none is named like the service", [{ name: "other" }]],
    ["there are none", []],
    ["two are named like the service", [{ name: "orders" }, { name: "orders" }]],
  ])("are refused when %s", (_, containers) => {
    expect(build({ containers })).toThrow('must have exactly one container named "orders"');
  });

  test("may be several", () => {
    const proxy = { name: "proxy", image: `${registry}/proxy:1` };
    expect(build({ containers: [proxy, { name: "orders" }] })).not.toThrow();
  });

  test("are refused when the application maps ports, but not the service's", () => {
    const containers = [{ name: "orders", portMappings: [{ containerPort: 9090 }] }];
    expect(build({ containers, ingress })).toThrow("must have the port of the service, 8080, got [9090]");
  });

  test("may map further ports", () => {
    const portMappings = [{ containerPort: 8080 }, { containerPort: 9090 }];
    expect(build({ containers: [{ name: "orders", portMappings }], ingress })).not.toThrow();
  });

  test("of a worker may map any port", () => {
    const containers = [{ name: "orders", portMappings: [{ containerPort: 9090 }] }];
    expect(build({ containers })).not.toThrow();
  });
});

describe("The variables of a service", () => {
  const secret = { valueFrom: "arn:s", resourceArn: "arn:s" };
  const declared = [{ name: "orders", environment: [{ name: "A", value: "1" }] }];
  const sidecar = { name: "proxy", image: `${registry}/proxy:1`, environment: [{ name: "A", value: "1" }] };

  test.each([
    ["in the definition and in variables", { containers: declared, variables: { A: "2" } }],
    ["in the definition and in secrets", { containers: declared, secrets: { A: secret } }],
    ["in variables and in secrets", { variables: { A: "2" }, secrets: { A: secret } }],
  ])("are refused when one is declared %s", (_, props) => {
    expect(build(props)).toThrow("variables.A  must be one variable or secret of the application container");
  });

  test("may have the names of a sidecar's", () => {
    expect(build({ containers: [{ name: "orders" }, sidecar], variables: { A: "2" } })).not.toThrow();
  });
});

describe("The size of a service", () => {
  test.each([
    [{ cpu: 300 }, "cpu  must be a size that Fargate offers"],
    [{ cpu: 300 }, "Use 256, 512, 1024, 2048, 4096, 8192, 16384 CPU units."],
    [{ cpu: 1024 }, "memoryMiB  must be a size that Fargate offers"],
    [{ memoryMiB: 4096 }, "With 256 CPU units, use 512 to 2048 MiB, in Fargate's steps."],
  ])("is refused with %j", (props, message) => {
    expect(build(props)).toThrow(message);
  });

  test("may be large", () => {
    expect(build({ cpu: 16_384, memoryMiB: 122_880 })).not.toThrow();
  });
});

describe("The stop timeout of a service", () => {
  test.each([0, 121, 30.5, NaN])("is refused as %p", (stopTimeoutSeconds) => {
    expect(build({ stopTimeoutSeconds })).toThrow("stopTimeoutSeconds  must be a whole number from 1 to 120");
  });

  test.each([1, 120])("may be %p", (stopTimeoutSeconds) => {
    expect(build({ stopTimeoutSeconds })).not.toThrow();
  });
});

describe("The scaling of a service", () => {
  test.each([
    [0, 2],
    [3, 2],
    [-1, -1],
  ])("is refused from %d to %d tasks", (minTasks, maxTasks) => {
    expect(build({ scaling: { minTasks, maxTasks } })).toThrow("must have at least one task");
  });

  test("may be a fixed number", () => {
    expect(build({ scaling: { minTasks: 1, maxTasks: 1 } })).not.toThrow();
  });

  test("on requests is refused without a load balancer", () => {
    const scaling = { minTasks: 1, maxTasks: 2, requestsPerTarget: 100 };
    expect(build({ scaling })).toThrow("must be left out where no load balancer counts requests");
  });

  test("on requests is possible behind a load balancer", () => {
    const scaling = { minTasks: 1, maxTasks: 2, requestsPerTarget: 100 };
    expect(build({ scaling, ingress })).not.toThrow();
  });
});

describe("The Spot share of a service", () => {
  test.each([-1, 101, 0.5, NaN])("is refused as %p", (spotPercent) => {
    expect(build({ spotPercent })).toThrow("must be a whole number from 0 to 100");
  });

  test.each([0, 100])("may be %p", (spotPercent) => {
    expect(build({ spotPercent })).not.toThrow();
  });
});

describe("Exec sessions of a service", () => {
  test("are refused where the cluster does not log them", () => {
    expect(build({ exec: true })).toThrow("must be off where the cluster does not log exec sessions");
  });

  test("are possible where the cluster logs them", () => {
    expect(build(execSettings())).not.toThrow();
  });

  test("are refused where they cannot write into the application container", () => {
    const containers = [{ name: "orders" }, { name: "proxy", readonlyRootFilesystem: false }];
    expect(build({ ...execSettings(), containers })).toThrow("root file system is read-only");
  });
});

describe("The images of a service", () => {
  test("are out of reach without endpoints and internet", () => {
    expect(build({ network: noEndpoints })).toThrow("must let tasks reach the registries of their images");
  });

  test.each([
    ["the application's", { image: "docker.io/library/nginx:1" }],
    ["the seed", { seedImage: "public.ecr.aws/docker/library/busybox:1" }],
    ["a sidecar's", { containers: [{ name: "orders" }, { name: "proxy", image: "docker.io/envoy:1" }] }],
    ["one of another region", { image: "999999999999.dkr.ecr.us-east-1.amazonaws.com/orders:1" }],
  ])("are out of reach through endpoints when %s is elsewhere", (_, props) => {
    expect(build(props)).toThrow("images that are not in a private ECR of eu-west-1");
  });

  test.each([
    ["any image", { image: "docker.io/library/nginx:1", outbound: toInternet }],
    ["no endpoints", { network: noEndpoints, outbound: toInternet }],
  ])("are in reach through the internet with %s", (_, props) => {
    expect(build(props)).not.toThrow();
  });

  test("are out of reach when only another port is open", () => {
    const outbound = [{ to: "internet", port: 80, reason: "Partners" }];
    expect(build({ network: noEndpoints, outbound })).toThrow("must let tasks reach the registries");
  });

  test.each(["image", "seedImage"])("are refused when %s is known only after apply", (where) => {
    expect(build({ [where]: `${Token.asString({ resolve: () => "url" })}:dev` })).toThrow(
      `${where}  must be written out`,
    );
  });
});

describe("The problems of a service", () => {
  test("are told all at once, each with place, rule, value and advice", () => {
    const props = { containers: [], spotPercent: 200, exec: true, scaling: { minTasks: 0, maxTasks: 0 } };
    expect(build({ ...props, network: noEndpoints })).toThrowErrorMatchingInlineSnapshot(`
     "test-stack/Orders: 5 problems
       containers   must have exactly one container named "orders", the application container, got []. Name the container that takes the requests like the service.
       scaling      must have at least one task and a maximum that is not below the minimum, got minimum 0, maximum 0. Use for example { minTasks: 2, maxTasks: 6 }.
       spotPercent  must be a whole number from 0 to 100, got 200. Use 0 for no Fargate Spot.
       exec         must be off where the cluster does not log exec sessions, got true. Give the cluster \`execLogs\`, or switch exec off.
       network      must let tasks reach the registries of their images, got no interface endpoints. Give the network the interface endpoints ecr.api, ecr.dkr and logs and use ECR images of its region, or declare outbound to the internet on port 443."
    `);
  });
});

import type { ContainerDefinition } from "../../../contract/container-definition";
import {
  completeContainers,
  type ContainerAdditions,
} from "../../../constructs/services/container-definitions";

const additions: ContainerAdditions = {
  service: "orders",
  image: "registry/orders:test",
  port: 8080,
  variables: {},
  secrets: {},
  logGroupName: "/ecs/test/orders",
  region: "eu-west-1",
  stopTimeoutSeconds: 45,
};

function complete(container: Partial<ContainerDefinition> = {}, more: Partial<ContainerAdditions> = {}) {
  const [completed = {}] = completeContainers([{ name: "orders", ...container }], { ...additions, ...more });
  return completed;
}

function completeSidecar(
  container: Partial<ContainerDefinition> = {},
  more: Partial<ContainerAdditions> = {},
) {
  return complete({ name: "proxy", image: "registry/proxy:1", ...container }, more);
}

describe("The image of a container", () => {
  test("is the service's where none is named", () => {
    expect(complete()).toMatchObject({ image: "registry/orders:test" });
  });

  test("arrives as written when it looks like an expression", () => {
    expect(complete({}, { image: "${x}" })).toMatchObject({ image: "$${x}" });
  });

  test("is its own where one is named", () => {
    expect(complete({ image: "registry/other:1" })).toMatchObject({ image: "registry/other:1" });
  });
});

describe("The ports of a container", () => {
  test("are the service's for the application container", () => {
    expect(complete()).toMatchObject({
      portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: "tcp" }],
    });
  });

  test("are absent for a sidecar that declares none", () => {
    expect(completeSidecar()["portMappings"]).toBeUndefined();
  });

  test("are absent for a worker", () => {
    expect(complete({}, { port: undefined })["portMappings"]).toBeUndefined();
  });

  test("keep their names and protocols", () => {
    const mapping = { containerPort: 9090, protocol: "udp", name: "metrics" } as const;
    expect(complete({ portMappings: [mapping] })).toMatchObject({
      portMappings: [{ ...mapping, hostPort: 9090 }],
    });
  });
});

describe("The variables of a container", () => {
  test("are its own and the service's, by name", () => {
    const completed = complete(
      { environment: [{ name: "B", value: "2" }] },
      { variables: { C: "3", A: "1" } },
    );
    expect(completed["environment"]).toEqual([
      { name: "A", value: "1" },
      { name: "B", value: "2" },
      { name: "C", value: "3" },
    ]);
  });

  test("are not given to sidecars", () => {
    expect(completeSidecar({}, { variables: { A: "1" } })["environment"]).toBeUndefined();
  });

  test("are absent, not empty, where there are none", () => {
    expect(complete({ environment: [] })["environment"]).toBeUndefined();
  });

  test("arrive as written when they look like expressions", () => {
    expect(complete({ environment: [{ name: "A", value: "${HOME} %{if}" }] })["environment"]).toEqual([
      { name: "A", value: "$${HOME} %%{if}" },
    ]);
  });

  test("given as text by the service arrive as written too", () => {
    expect(complete({}, { variables: { "A${x}": "${HOME}" } })["environment"]).toEqual([
      { name: "A$${x}", value: "$${HOME}" },
    ]);
  });

  test("given as references by the service resolve", () => {
    const reference = "${TfToken[TOKEN.1]}";
    expect(complete({}, { variables: { A: `${reference}/\${HOME}` } })["environment"]).toEqual([
      { name: "A", value: `${reference}/$\${HOME}` },
    ]);
  });
});

describe("The secrets of a container", () => {
  test("are its own and the service's, by name", () => {
    const completed = complete({ secrets: [{ name: "B", valueFrom: "arn:b" }] }, { secrets: { A: "arn:a" } });
    expect(completed["secrets"]).toEqual([
      { name: "A", valueFrom: "arn:a" },
      { name: "B", valueFrom: "arn:b" },
    ]);
  });

  test("are not given to sidecars", () => {
    expect(completeSidecar({}, { secrets: { A: "arn:a" } })["secrets"]).toBeUndefined();
  });
});

describe("The root file system of a container", () => {
  const temporary = [{ sourceVolume: "tmp", containerPath: "/tmp", readOnly: false }];

  test("is read-only, with a writable /tmp", () => {
    expect(complete()).toMatchObject({ readonlyRootFilesystem: true, mountPoints: temporary });
  });

  test("is read-only in sidecars too", () => {
    expect(completeSidecar()).toMatchObject({ readonlyRootFilesystem: true, mountPoints: temporary });
  });

  test("is writable, without a volume, when the container says so", () => {
    const completed = complete({ readonlyRootFilesystem: false });
    expect([completed["readonlyRootFilesystem"], completed["mountPoints"]]).toEqual([false, undefined]);
  });

  test("keeps the mount points that are declared", () => {
    const mountPoints = [{ sourceVolume: "tmp", containerPath: "/cache" }];
    expect(complete({ mountPoints })).toMatchObject({ mountPoints });
  });
});

describe("The logs of a container", () => {
  test("go to the service's group", () => {
    expect(completeSidecar()["logConfiguration"]).toEqual({
      logDriver: "awslogs",
      options: {
        "awslogs-group": "/ecs/test/orders",
        "awslogs-region": "eu-west-1",
        "awslogs-stream-prefix": "orders",
      },
    });
  });

  test("go where the container says", () => {
    const logConfiguration = { logDriver: "awsfirelens" };
    expect(complete({ logConfiguration })).toMatchObject({ logConfiguration });
  });
});

describe("The stop timeout of a container", () => {
  test("is the service's for the application container", () => {
    expect(complete()).toMatchObject({ stopTimeout: 45 });
  });

  test("is its own where one is declared", () => {
    expect(complete({ stopTimeout: 10 })).toMatchObject({ stopTimeout: 10 });
  });

  test("is AWS's default for sidecars", () => {
    expect(completeSidecar()["stopTimeout"]).toBeUndefined();
  });
});

describe("A completed container", () => {
  test.each([
    [undefined, true],
    [false, false],
  ])("whose essential is %p is essential: %p", (essential, expected) => {
    expect(complete({ essential })).toMatchObject({ essential: expected });
  });

  test("is neither privileged nor told otherwise", () => {
    expect(complete()).not.toHaveProperty("privileged");
  });

  test.each([
    ["command", { command: ["echo", "${x}"] }, { command: ["echo", "$${x}"] }],
    ["labels", { dockerLabels: { "${k}": "${v}" } }, { dockerLabels: { "$${k}": "$${v}" } }],
    [
      "health check",
      { healthCheck: { command: ["CMD", "${x}"] } },
      { healthCheck: { command: ["CMD", "$${x}"] } },
    ],
    ["log options", { logConfiguration: { tag: "%{x}" } }, { logConfiguration: { tag: "%%{x}" } }],
    [
      "mount points",
      { mountPoints: [{ containerPath: "/${x}" }] },
      { mountPoints: [{ containerPath: "/$${x}" }] },
    ],
    ["image", { image: "${x}" }, { image: "$${x}" }],
    ["name", { name: "${x}" }, { name: "$${x}" }],
  ])("has its %s escaped exactly once", (_, given, expected) => {
    expect(complete(given)).toMatchObject(expected);
  });

  test("leaves what it was given as it was", () => {
    const given: ContainerDefinition = { name: "orders", environment: [{ name: "B", value: "${x}" }] };
    const before = structuredClone(given);
    completeContainers([given], { ...additions, variables: { A: "1" } });
    expect(given).toEqual(before);
  });

  test("stands in the place where it was declared", () => {
    const names = completeContainers([{ name: "z" }, { name: "orders" }], additions).map(({ name }) => name);
    expect(names).toEqual(["z", "orders"]);
  });
});

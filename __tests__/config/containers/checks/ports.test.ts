import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const at = (container: object, ...portMappings: object[]) => ({ ...container, portMappings });

describe("port", () => {
  test("may be open for TCP and for UDP", () => {
    const mappings = [{ containerPort: 53 }, { containerPort: 53, protocol: "udp" }];
    expect(complaints([at(orders, ...mappings)])).toEqual([]);
  });

  test("is not taken twice in a container", () => {
    expect(complaints([at(orders, { containerPort: 80 }, { containerPort: 80, protocol: "tcp" })])).toEqual([
      'containers[0].portMappings[1].containerPort must be unique in the task; container "orders" listens on it',
    ]);
  });

  test("is not taken by two containers", () => {
    expect(complaints([at(orders, { containerPort: 80 }), at(proxy, { containerPort: 80 })])).toEqual([
      'containers[1].portMappings[0].containerPort must be unique in the task; container "orders" listens on it',
    ]);
  });

  test("that the library gives to the application container is not taken by a sidecar", () => {
    expect(complaints([at(proxy, { containerPort: 8080 }), orders], { port: 8080 })).toEqual([
      'containers[0].portMappings[0].containerPort must be unique in the task; container "orders" listens on it',
    ]);
  });
});

describe("port name", () => {
  test("may be left out", () => {
    expect(complaints([at(orders, { containerPort: 80 }, { containerPort: 81 })])).toEqual([]);
  });

  test("is unique in the task", () => {
    const named = (containerPort: number) => ({ containerPort, name: "http" });
    expect(complaints([at(orders, named(80)), at(proxy, named(81))])).toEqual([
      "containers[1].portMappings[0].name must be unique in the task",
    ]);
  });
});

describe("host port", () => {
  test("may equal the container port", () => {
    expect(complaints([at(orders, { containerPort: 80, hostPort: 80 })])).toEqual([]);
  });

  test("equals the container port", () => {
    expect(complaints([at(orders, { containerPort: 80, hostPort: 8080 })])).toEqual([
      "containers[0].portMappings[0].hostPort must equal containerPort (80), because the task has its own network interface",
    ]);
  });
});

describe("port of the service", () => {
  test.each([[[{ containerPort: 8080 }]], [[{ containerPort: 9090 }, { containerPort: 8080 }]], [[]]])(
    "may be among the ports of the application container, or left to the library: %j",
    (portMappings) => {
      expect(complaints([at(orders, ...portMappings)], { port: 8080 })).toEqual([]);
    },
  );

  test("is not asked of a worker", () => {
    expect(complaints([at(orders, { containerPort: 9090 })])).toEqual([]);
  });

  test.each([{ containerPort: 9090 }, { containerPort: 8080, protocol: "udp" }])(
    "is among the ports of the application container, unlike %j",
    (mapping) => {
      expect(complaints([at(orders, mapping)], { port: 8080 })).toEqual([
        "containers[0].portMappings must contain the port of the service, 8080/tcp",
      ]);
    },
  );
});

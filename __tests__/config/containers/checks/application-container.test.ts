import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

describe("container name", () => {
  test("may differ between containers", () => {
    expect(complaints([orders, proxy])).toEqual([]);
  });

  test("is unique in the task", () => {
    expect(complaints([orders, proxy, proxy])).toEqual([
      "containers[2].name must be unique in the task; containers[1] has this name",
    ]);
  });
});

describe("application container", () => {
  const must = 'containers must have a container named "orders", the application container of the service';

  test("may stand after a sidecar", () => {
    expect(complaints([proxy, orders])).toEqual([]);
  });

  test("is missing without a container of the service's name", () => {
    expect(complaints([proxy])).toEqual([must]);
  });

  test("is found by a name that is nearly right", () => {
    const { problems } = environments.read([{ ...proxy, name: "order" }]);
    expect(problems).toMatchObject([{ got: '"order"', advice: 'Rename "order" to "orders".' }]);
  });

  test("is recommended when no name is near", () => {
    const { problems } = environments.read([proxy]);
    expect(problems[0]?.advice).toBe('Add { "name": "orders" }; the library sets its image.');
  });

  test("may say that it is essential", () => {
    expect(complaints([{ ...orders, essential: true }])).toEqual([]);
  });

  test("is essential, also when another container is", () => {
    expect(complaints([{ ...orders, essential: false }, proxy])).toEqual([
      "containers[0].essential must be true or absent, because the task must end with its application container",
    ]);
  });
});

describe("essential container", () => {
  test("may be another than a sidecar", () => {
    expect(complaints([orders, { ...proxy, essential: false }])).toEqual([]);
  });

  test("is there at least once", () => {
    expect(complaints([{ ...proxy, essential: false }])).toContain(
      "containers must have at least one essential container",
    );
  });
});

describe("stop timeout of the application container", () => {
  test("may equal that of the service", () => {
    expect(complaints([{ ...orders, stopTimeout: 30 }], { stopTimeoutSeconds: 30 })).toEqual([]);
  });

  test("may be set when the service has none", () => {
    expect(complaints([{ ...orders, stopTimeout: 30 }])).toEqual([]);
  });

  test("is no other than that of the service", () => {
    expect(complaints([{ ...orders, stopTimeout: 31 }], { stopTimeoutSeconds: 30 })).toEqual([
      "containers[0].stopTimeout must agree with the stopTimeoutSeconds of the service, 30",
    ]);
  });

  test("does not bind sidecars", () => {
    expect(complaints([orders, { ...proxy, stopTimeout: 5 }], { stopTimeoutSeconds: 30 })).toEqual([]);
  });
});

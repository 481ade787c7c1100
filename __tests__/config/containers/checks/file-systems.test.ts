import { orders, proxy, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

const writable = { ...orders, readonlyRootFilesystem: false };
const mounted = (...mountPoints: object[]) => ({ ...orders, mountPoints });

describe("root file system", () => {
  test.each([undefined, true])("may be read-only: %p", (readonlyRootFilesystem) => {
    expect(complaints([{ ...orders, readonlyRootFilesystem }])).toEqual([]);
  });

  test("may be writable for a reason", () => {
    expect(complaints([writable], { writableContainers: { orders: "writes its cache to /var" } })).toEqual(
      [],
    );
  });

  test.each<Record<string, string>>([{}, { orders: "  " }, { proxy: "of another" }])(
    "is not writable without a reason: %j",
    (writableContainers) => {
      expect(complaints([writable, proxy], { writableContainers })).toContain(
        'containers[0].readonlyRootFilesystem must be true or absent, unless writableContainers gives a reason for "orders"',
      );
    },
  );

  test("is writable where a reason is given", () => {
    expect(complaints([orders], { writableContainers: { orders: "cache" } })).toEqual([
      'containers[0] must set "readonlyRootFilesystem": false, because writableContainers gives a reason for "orders"',
    ]);
  });

  test("counts a reason under a misspelt name, which the environment file reports", () => {
    expect(complaints([writable], { writableContainers: { order: "cache" } })).toEqual([]);
  });
});

describe("mount point", () => {
  test("may use the volume tmp", () => {
    expect(complaints([mounted({ sourceVolume: "tmp", containerPath: "/var/cache" })])).toEqual([]);
  });

  test("uses no volume that the library does not offer", () => {
    expect(complaints([mounted({ sourceVolume: "data", containerPath: "/data" })])).toEqual([
      'containers[0].mountPoints[0].sourceVolume must be "tmp", the writable volume that the library offers to every task',
    ]);
  });

  test("has a path of its own", () => {
    const tmp = { sourceVolume: "tmp", containerPath: "/tmp" };
    expect(complaints([mounted(tmp, tmp)])).toEqual([
      "containers[0].mountPoints[1].containerPath must be unique in the container; mountPoints[0] uses it",
    ]);
  });

  test("may have the path of one in another container", () => {
    const mountPoints = [{ sourceVolume: "tmp", containerPath: "/tmp" }];
    expect(complaints([mounted(...mountPoints), { ...proxy, mountPoints }])).toEqual([]);
  });

  test("has an absolute path", () => {
    expect(complaints([mounted({ sourceVolume: "tmp", containerPath: "tmp" })])).toEqual([
      "containers[0].mountPoints[0].containerPath must be an absolute path in the container",
    ]);
  });
});

describe("volumes of another container", () => {
  test("come from a container of the file", () => {
    expect(complaints([{ ...orders, volumesFrom: [{ sourceContainer: "proxy" }] }, proxy])).toEqual([]);
  });

  test("are to be removed where there is no other container", () => {
    const { problems } = environments.read([{ ...orders, volumesFrom: [{ sourceContainer: "proxy" }] }]);
    expect(problems[0]?.advice).toBe("Remove it.");
  });

  test.each(["prozy", "orders"])("come from no %s", (sourceContainer) => {
    expect(complaints([{ ...orders, volumesFrom: [{ sourceContainer }] }, proxy])).toEqual([
      "containers[0].volumesFrom[0].sourceContainer must be another container of this file",
    ]);
  });
});

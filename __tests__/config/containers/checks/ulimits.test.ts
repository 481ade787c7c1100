import { orders, TemporaryEnvironments } from "../support/temporary-environments";

const environments = new TemporaryEnvironments();
const complaints = environments.complaints.bind(environments);

describe("soft limit", () => {
  const limited = (softLimit: number, hardLimit: number) => [
    { ...orders, ulimits: [{ name: "nofile", softLimit, hardLimit }] },
  ];

  test.each([
    [1024, 1024],
    [1024, 65536],
    [1024, -1],
    [-1, -1],
  ])("may be %d below a hard limit of %d", (softLimit, hardLimit) => {
    expect(complaints(limited(softLimit, hardLimit))).toEqual([]);
  });

  test.each([
    [1025, 1024],
    [-1, 1024],
  ])("of %d is not above a hard limit of %d", (softLimit, hardLimit) => {
    expect(complaints(limited(softLimit, hardLimit))).toEqual([
      `containers[0].ulimits[0].softLimit must be at most hardLimit, ${hardLimit}`,
    ]);
  });
});

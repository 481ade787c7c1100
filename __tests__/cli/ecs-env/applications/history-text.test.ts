import { historyText } from "../../../../cli/ecs-env/applications/history";
import { type PastRelease } from "../../../../deploy/commands/history";

describe("ecs-env history", () => {
  const release: PastRelease = {
    revision: "sit-orders:3",
    digest: "sha256:2b0fbe414ce439701cc7111bf4553b3679dccb3adc472f8594af9e1feddd9040",
    registeredAt: "2026-11-21T18:12:02.913Z",
    outcome: "healthy",
    isRunning: true,
  };
  const textOf = (...releases: PastRelease[]) =>
    historyText({ environment: "sit", service: "orders", releases, deployments: [] });

  test("says why a release was taken that no environment had proved", () => {
    const before = { ...release, revision: "sit-orders:2", isRunning: false, person: "ann" };
    expect(textOf({ ...release, unproven: "hot fix 1234" }, before)).toMatchInlineSnapshot(`
     "sit/orders
        release       outcome  digest               commit  registered                by   unproven
     →  sit-orders:3  healthy  sha256:2b0fbe414ce4          2026-11-21T18:12:02.913Z       hot fix 1234
        sit-orders:2  healthy  sha256:2b0fbe414ce4          2026-11-21T18:12:02.913Z  ann"
    `);
  });

  test("has no column for reasons where there are none", () => {
    expect(textOf(release)).not.toContain("unproven");
  });
});

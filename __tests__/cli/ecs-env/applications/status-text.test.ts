import { statusText } from "../../../../cli/ecs-env/applications/status";
import { type ServiceStatus } from "../../../../deploy/commands/status";

const digest = `sha256:${"0a1b2c3d".repeat(8)}`;
const quiet: ServiceStatus = {
  ...{ environment: "dev", service: "orders", account: "111111111111" },
  runs: {
    ...{ revision: "dev-orders:13", digest, isSeed: false, imageTags: ["4f2a9c1", "dev"] },
    ...{ since: "2026-11-21T12:00:00Z", commit: "4f2a9c1", person: "ada", healthyAt: "2026-11-21T12:03:00Z" },
  },
  template: { revision: "dev-orders:12", isNewer: false, changes: [] },
  tasks: { desired: 2, running: 2, pending: 0 },
  targets: { healthy: 2, total: 2 },
  alarmsFiring: [],
  environmentTag: { tag: "dev", digest, namesWhatRuns: true },
};

describe("The status of a service", () => {
  test("is short where all is well", () => {
    expect(statusText(quiet)).toMatchInlineSnapshot(`
     "dev/orders
       runs      sha256:0a1b2c3d0a1b (4f2a9c1, dev), dev-orders:13, since 2026-11-21T12:00:00Z
       release   commit 4f2a9c1, by ada, healthy 2026-11-21T12:03:00Z
       tasks     2 of 2 running, 2 of 2 targets healthy"
    `);
  });

  test("tells all that is not", () => {
    const troubled: ServiceStatus = {
      ...quiet,
      runs: { ...quiet.runs, isSeed: false, unproven: "the shop is down" },
      template: {
        revision: "dev-orders:14",
        isNewer: true,
        changes: ["cpu changed", "orders: variable A added"],
      },
      tasks: { desired: 2, running: 1, pending: 1 },
      alarmsFiring: ["dev-orders-errors"],
      underWay: {
        ...{ deployment: "x", revision: "dev-orders:15", status: "IN_PROGRESS", stage: "BAKE_TIME" },
        ...{ startedAt: "2026-11-21T12:10:00Z", trafficPercent: 10 },
      },
      environmentTag: { tag: "dev", digest: `sha256:${"f".repeat(64)}`, namesWhatRuns: false },
    };
    expect(statusText(troubled)).toMatchInlineSnapshot(`
     "dev/orders
       runs      sha256:0a1b2c3d0a1b (4f2a9c1, dev), dev-orders:13, since 2026-11-21T12:00:00Z
       release   commit 4f2a9c1, by ada, healthy 2026-11-21T12:03:00Z, unproven: the shop is down
       tasks     1 of 2 running, 1 pending, 2 of 2 targets healthy
       alarms    firing: dev-orders-errors
       under way dev-orders:15: IN_PROGRESS BAKE_TIME, 10% of the traffic, since 2026-11-21T12:10:00Z
       template  dev-orders:14 is newer than what runs; ecs-env sync brings: cpu changed; orders: variable A added
       tag       dev names sha256:ffffffffffff, which is not what runs; ecs-env wait puts it on what runs, when that is healthy"
    `);
  });

  test("says that no release has the environment's tag yet", () => {
    const { tag } = quiet.environmentTag;
    expect(statusText({ ...quiet, environmentTag: { tag, namesWhatRuns: false } })).toContain(
      "  tag       dev is on no image yet; ecs-env wait puts it on what runs, when that is healthy",
    );
  });
});

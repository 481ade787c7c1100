import { explainStoppedTasks, type StoppedTasksQuery } from "../../../deploy/diagnosis/stopped-tasks";
import { startRollout } from "../../../deploy/rollout/start-rollout";
import { type OutcomeDetails } from "../../support/local-aws/ecs/outcome";
import { type ServiceSettings } from "../../support/local-aws/service-settings";
import { LocalRollout } from "../rollout/local-rollout";

let local: LocalRollout | undefined;

afterEach(async () => {
  await local?.stop();
});

/** A deployment whose tasks crashed, and the question why. */
async function crashed(
  details: OutcomeDetails,
  settings: Partial<ServiceSettings> = {},
): Promise<StoppedTasksQuery> {
  local = await LocalRollout.start(settings);
  local.orders.next("crashes", details);
  const { target, revisionArn } = await startRollout(await local.request(), local.ports);
  local.aws.tick(20);
  return { target, revisionArn, except: new Set(), limit: 2 };
}

describe("explainStoppedTasks", () => {
  test("tells reason, exit code, last log lines and advice", async () => {
    const query = await crashed({ exitCode: 1, logLines: ["starting", "no such table: orders"] });
    const [task] = await explainStoppedTasks(query, ports());
    expect(task).toEqual({
      kind: "stopped-task",
      service: "orders",
      task: expect.stringContaining(":task/dev/"),
      reason: "Essential container in task exited",
      advice: expect.stringContaining("https://docs.aws.amazon.com/"),
      containers: [{ name: "orders", exitCode: 1 }],
      logLines: ["starting", "no such table: orders"],
    });
  });

  test("hides values of the container's variables", async () => {
    const settings = { variables: { DATABASE: "orders-database-1" } };
    const query = await crashed({ logLines: ["cannot reach orders-database-1"] }, settings);
    const [task] = await explainStoppedTasks(query, ports());
    expect(task?.logLines).toEqual(["cannot reach [blotted out]"]);
  });

  test("tells the newest tasks, as many as are asked for", async () => {
    const query = await crashed({});
    expect(await explainStoppedTasks(query, ports())).toHaveLength(2);
    expect(await explainStoppedTasks({ ...query, limit: 0 }, ports())).toEqual([]);
  });

  test("tells no task twice", async () => {
    const query = await crashed({});
    const all = await explainStoppedTasks({ ...query, limit: 100 }, ports());
    expect(all.length).toBeGreaterThan(2);
    const told = new Set(all.map(({ task }) => task));
    expect(await explainStoppedTasks({ ...query, except: told, limit: 100 }, ports())).toEqual([]);
  });

  test("tells no task of another revision", async () => {
    const query = await crashed({});
    const other = { ...query, revisionArn: query.target.templateArn };
    expect(await explainStoppedTasks(other, ports())).toEqual([]);
  });

  test("tells no task that ECS stopped because it was not needed any more", async () => {
    local = await LocalRollout.start();
    const seed = local.orders.running()[0]?.revisionArn ?? "";
    expect((await local.deploy()).outcome).toBe("done");
    expect(
      await local.ports.ecs.listTasks("dev", { service: "orders", desiredStatus: "STOPPED" }),
    ).toHaveLength(2);
    const query = { target: local.orders.target, revisionArn: seed, except: new Set<string>(), limit: 9 };
    expect(await explainStoppedTasks(query, ports())).toEqual([]);
  });

  test("asks for nothing more when no task has stopped", async () => {
    local = await LocalRollout.start();
    const before = local.aws.operationsCalled.length;
    const query = { target: local.orders.target, revisionArn: "x", except: new Set<string>(), limit: 9 };
    await explainStoppedTasks(query, ports());
    expect(local.aws.operationsCalled.slice(before)).toEqual(["ecs:ListTasks"]);
  });
});

function ports(): LocalRollout["ports"] {
  if (local === undefined) throw new Error("nothing started");
  return local.ports;
}

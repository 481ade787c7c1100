import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type ProviderCalls } from "../../../offline/protocol/provider-calls";
import { type ProviderServer, startProviderServer } from "../../../offline/protocol/start-provider-server";
import { unknown } from "../../../offline/values/value";
import { boxState, PluginClient, readBox } from "./plugin-client";
import { ToyProvider, toySource } from "./toy-provider";

const error = 1;
const stopped: (() => Promise<void> | void)[] = [];

/** A server of toy providers, and a client of it. */
async function aServer(changes: Partial<ProviderCalls> = {}, options: { socketFolder?: string } = {}) {
  const providers: ToyProvider[] = [];
  const server = await startProviderServer({
    ...options,
    newConnection: () => {
      const provider = new ToyProvider(new Map(), changes);
      providers.push(provider);
      return provider;
    },
  });
  stopped.push(() => server.stop());
  return { server, providers, client: aClient(server) };
}

function aClient(server: ProviderServer): PluginClient {
  const client = new PluginClient(server);
  stopped.push(() => client.close());
  return client;
}

function address(server: ProviderServer) {
  return server.reattach.Addr;
}

const box = { id: null, name: "a", weight: 0.5, labels: ["x"], tags: null, anything: null };

afterEach(async () => {
  for (const stop of stopped.splice(0).reverse()) await stop();
});

describe("A provider server", () => {
  test("says where it listens", async () => {
    const { server } = await aServer();
    expect(server.reattach).toEqual({
      Protocol: "grpc",
      ProtocolVersion: 5,
      Pid: process.pid,
      Test: true,
      Addr: { Network: "unix", String: expect.stringContaining(tmpdir()) },
    });
  });

  test("listens in a folder that only its user can open", async () => {
    const { server } = await aServer();
    expect(statSync(dirname(address(server).String)).mode & 0o777).toBe(0o700);
  });

  test("removes its folder when it stops", async () => {
    const { server } = await aServer();
    await server.stop();
    expect(existsSync(dirname(address(server).String))).toBe(false);
  });

  test("stops although a client is connected and a call is under way", async () => {
    const { server, client } = await aServer({ plan: () => new Promise(() => undefined) });
    const call = client.call("PlanResourceChange", { type_name: "aws_box" });
    const refused = expect(call).rejects.toThrow();
    await wait(50);
    await server.stop();
    await refused;
  });

  test("listens on this machine only where the path is too long for a socket", async () => {
    const folder = mkdtempSync(join(tmpdir(), "long-"));
    stopped.push(() => rmSync(folder, { recursive: true }));
    const socketFolder = join(folder, "x".repeat(100));
    mkdirSync(socketFolder);
    const { server, client } = await aServer({}, { socketFolder });
    expect(address(server)).toEqual({ Network: "tcp", String: expect.stringMatching(/^127\.0\.0\.1:\d+$/) });
    expect(await client.call("GetMetadata")).toMatchObject({ resources: [{ type_name: "aws_box" }, {}] });
  });

  test("gives each client a provider of its own", async () => {
    const { server, providers, client } = await aServer();
    const other = aClient(server);
    const config = (region: string) => ({ config: { json: Buffer.from(JSON.stringify({ region })) } });
    await Promise.all([client.call("Configure", config("r1")), other.call("Configure", config("r2"))]);
    await client.call("Stop");
    expect(providers.map(({ region }) => region).sort()).toEqual(["r1", "r2"]);
    expect(providers.filter(({ asked }) => asked.includes("stop")).map(({ region }) => region)).toEqual([
      "r1",
    ]);
  });

  test("makes no provider for a client that asks nothing", async () => {
    const { server, providers } = await aServer();
    const probe = connect(address(server).String);
    await new Promise((resolve) => probe.on("close", resolve).on("connect", () => probe.destroy()));
    await wait(20);
    expect(providers).toEqual([]);
  });
});

describe("An answer of the provider server", () => {
  test("has the schemas of the offered types", async () => {
    const { client } = await aServer();
    const { provider, resource_schemas, data_source_schemas, server_capabilities } =
      await client.call("GetSchema");
    expect(provider).toMatchObject({ block: { attributes: [{ name: "region", optional: true }] } });
    expect(resource_schemas).toMatchObject({
      aws_shelf: {
        block: {
          attributes: [
            { name: "id", computed: true },
            { name: "box_id", required: true },
          ],
        },
      },
      aws_box: { block: { block_types: [{ nesting: 2 }, { nesting: 3 }, { nesting: 2, max_items: 1 }] } },
    });
    expect(Object.keys(Object(data_source_schemas))).toEqual(["aws_box"]);
    expect(server_capabilities).toEqual({
      plan_destroy: true,
      get_provider_schema_optional: true,
      move_resource_state: true,
    });
  });

  test("is not limited to 4 MB", async () => {
    const { client } = await aServer();
    const name = "x".repeat(6_000_000);
    const { planned_state } = await client.call("PlanResourceChange", {
      type_name: "aws_box",
      prior_state: boxState(null),
      proposed_new_state: boxState({ ...box, name }),
    });
    expect(readBox(planned_state)).toMatchObject({ id: unknown, name });
  });

  test.each([
    [
      ["part", 0, "size"],
      [{ attribute_name: "part" }, { element_key_int: 0 }, { attribute_name: "size" }],
    ],
    [
      ["tags", "owner"],
      [{ attribute_name: "tags" }, { element_key_string: "owner" }],
    ],
    [["hole", 0, "shape"], [{ attribute_name: "hole" }]],
    [["anything", "deep"], [{ attribute_name: "anything" }]],
  ])("names what must be replaced as terraform finds it: %j", async (path, steps) => {
    const plan = async () => ({
      planned: null,
      requiresReplace: [path],
      private: Buffer.alloc(0),
      diagnostics: [],
    });
    const { client } = await aServer({ plan });
    const { requires_replace } = await client.call("PlanResourceChange", { type_name: "aws_box" });
    expect(requires_replace).toEqual([{ steps: steps.map((step) => expect.objectContaining(step)) }]);
  });

  test("is an error that says defect when the provider throws", async () => {
    const plan = () => Promise.reject(new Error("no such thing"));
    const { client } = await aServer({ plan });
    const { diagnostics } = await client.call("PlanResourceChange", { type_name: "aws_box" });
    expect(diagnostics).toMatchObject([{ severity: error, summary: "Defect in the offline AWS provider" }]);
    expect(diagnostics[0]?.detail).toBe(
      "PlanResourceChange failed: no such thing. AWS did not refuse anything; this is a mistake in offline/, please report it.",
    );
  });

  test("is an error that says defect when the provider answers with values of another type", async () => {
    const apply = async () => ({ state: { name: ["a"] }, private: Buffer.alloc(0), diagnostics: [] });
    const { client } = await aServer({ apply });
    const { diagnostics } = await client.call("ApplyResourceChange", { type_name: "aws_box" });
    expect(diagnostics[0]?.detail).toContain('name must be a string, got ["a"]');
  });

  test.each(["PlanResourceChange", "ValidateResourceTypeConfig", "ReadDataSource", "ImportResourceState"])(
    "to %s is an error for a type that is not offered",
    async (call) => {
      const { client } = await aServer();
      const { diagnostics } = await client.call(call, { type_name: "aws_bucket" });
      expect(diagnostics[0]).toMatchObject({
        severity: error,
        summary: expect.stringMatching(/^Unknown (resource|data source) type "aws_bucket"$/),
        detail: expect.stringContaining(toySource.providerVersion),
      });
    },
  );

  test("to a move within a type is the same resource", async () => {
    const { client } = await aServer();
    const answer = await client.call("MoveResourceState", {
      source_type_name: "aws_box",
      target_type_name: "aws_box",
      source_state: { json: Buffer.from(JSON.stringify({ id: "1", name: "a" })) },
      source_private: Buffer.from("mine"),
    });
    expect(readBox(answer.target_state)).toMatchObject({ id: "1", name: "a", part: [] });
    expect(answer.target_private).toEqual(Buffer.from("mine"));
  });

  test("to a move between types says what to do instead", async () => {
    const { client } = await aServer();
    const { diagnostics } = await client.call("MoveResourceState", {
      source_type_name: "aws_shelf",
      target_type_name: "aws_box",
    });
    expect(diagnostics[0]?.detail).toMatchInlineSnapshot(
      `"A "moved" block to a resource of type aws_box must come from the same type, got aws_shelf. Name a aws_box in "from"; or remove the old resource from the state with a "removed" block and import it as aws_box."`,
    );
  });

  test("to a state of another age has what the schema says now", async () => {
    const { client } = await aServer();
    const { upgraded_state } = await client.call("UpgradeResourceState", {
      type_name: "aws_box",
      raw_state: { json: Buffer.from(JSON.stringify({ id: "1", gone: true })) },
    });
    expect(readBox(upgraded_state)).toMatchObject({ id: "1", name: null, hole: [] });
  });
});

describe("An apply whose caller is gone", () => {
  /** Runs an apply until it is told that nobody waits for it; true if it was told. */
  async function applyAndGiveUp(giveUp: (server: ProviderServer, cancel: () => void) => void) {
    const told: boolean[] = [];
    const apply: ProviderCalls["apply"] = async (request) => {
      told.push(request.isCancelled());
      for (let times = 0; times < 100 && !request.isCancelled(); times++) await wait(5);
      told.push(request.isCancelled());
      return { state: null, private: Buffer.alloc(0), diagnostics: [] };
    };
    const { server, client } = await aServer({ apply });
    const { answer, cancel } = client.begin("ApplyResourceChange", { type_name: "aws_box" });
    const failed = expect(answer).rejects.toThrow();
    await wait(50);
    giveUp(server, cancel);
    await failed;
    await wait(50);
    return told;
  }

  test("is told when terraform cancels the call", async () => {
    expect(await applyAndGiveUp((_, cancel) => cancel())).toEqual([false, true]);
  });

  test("is told when the connection breaks", async () => {
    expect(await applyAndGiveUp((server) => void server.stop())).toEqual([false, true]);
  });
});

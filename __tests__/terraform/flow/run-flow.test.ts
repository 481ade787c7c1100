import { readFileSync, writeFileSync } from "node:fs";
import { type StackReport } from "../../../terraform/flow/stack-report";
import { Terraform } from "../../../terraform/run/terraform";
import { summarizePlan } from "../../../terraform/summary/plan-summary";
import { describeWithTerraform } from "../../support/terraform";
import { AnApp, fromUpstream, holding } from "./an-app";

const statuses = (reports: readonly StackReport[]) =>
  Object.fromEntries(
    reports.map(({ stack, status, waitsFor }) => [
      stack,
      waitsFor === undefined ? status : `waits for ${waitsFor}`,
    ]),
  );

const aChain = () =>
  new AnApp()
    .write("network", holding("10.0.0.0/16"))
    .write("services", holding(fromUpstream, "network"), ["network"]);

/** The real terraform, except for one command. */
function failingAt(command: string, stderr: string): Terraform {
  const terraform = new Terraform("terraform", { ...process.env, TF_CLI_CONFIG_FILE: undefined });
  const run = terraform.run.bind(terraform);
  jest
    .spyOn(terraform, "run")
    .mockImplementation(async (folder, args, onEvent) =>
      args[0] === command ? { code: 1, stdout: "", stderr, diagnostics: [] } : run(folder, args, onEvent),
    );
  return terraform;
}

describeWithTerraform("A flow over stacks that read each other", () => {
  const app = aChain().write("other", holding("new"));
  afterAll(() => app.remove());

  test("makes an upstream stack that does not exist, and says that it was not asked for", async () => {
    const reports = await app.run("apply", ["services"]);
    expect(statuses(reports)).toEqual({ network: "assumed", services: "applied" });
  });

  test("says of new resources what the plan's own JSON says of them", async () => {
    const terraform = new Terraform("terraform", { ...process.env, TF_CLI_CONFIG_FILE: undefined });
    const run = jest.spyOn(terraform, "run");
    const [report] = await app.run("plan", ["other"], { terraform });
    expect(run.mock.calls.map(([, [command]]) => command)).toEqual(["init", "plan", "apply"]);
    const shown = await terraform.run(app.world.runFolderOf("other"), ["show", "-json", app.planOf("other")]);
    expect(report?.summary).toEqual(summarizePlan(JSON.parse(shown.stdout)));
  });

  test("finds nothing to change after its apply", async () => {
    const reports = await app.run("plan", ["network", "services"]);
    expect(reports.map(({ hasChanges }) => hasChanges)).toEqual([false, false]);
  });

  test("brings an upstream stack up again whose destroy failed half-way", async () => {
    const file = app.world.stateOf("network");
    const state = readFileSync(file, "utf8");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(state), outputs: {} }));
    expect(statuses(await app.run("plan", ["services"]))).toEqual({
      network: "assumed",
      services: "planned",
    });
  });

  test("refuses to destroy what an existing stack reads, and names that stack", async () => {
    await expect(app.run("destroy", ["network"])).rejects.toThrow(
      /^destroy: 1 problem\n {2}services {2}must be/,
    );
  });

  test("destroys nothing when the person says no", async () => {
    const reports = await app.run("destroy", ["network", "services"], { confirm: async () => false });
    expect(statuses(reports)).toEqual({ network: "declined", services: "declined" });
    expect((await app.run("plan", ["network"]))[0]?.hasChanges).toBe(false);
  });

  test("destroys the reader first, and leaves out later what does not exist", async () => {
    app.said.length = 0;
    const reports = await app.run("destroy", ["network", "services"]);
    expect(statuses(reports)).toEqual({ network: "destroyed", services: "destroyed" });
    const done = app.said.filter((line) => line.endsWith(": destroyed"));
    expect(done).toEqual(["services: destroyed", "network: destroyed"]);
    expect(await app.run("destroy", ["network", "services"])).toEqual([]);
  });
});

describeWithTerraform("An offline plan", () => {
  const app = new AnApp();
  afterAll(() => app.remove());
  const terraform = () => failingAt("apply", "VpcLimitExceeded");

  test("tries the apply of a stack that nobody reads, and still says what it would do", async () => {
    app.write("single", holding("new"));
    const [report] = await app.run("plan", ["single"], { terraform: terraform() });
    expect(report).toMatchObject({
      status: "failed",
      wouldBeRefused: true,
      summary: { counts: { add: 1 } },
      diagnostics: [{ detail: "VpcLimitExceeded" }],
    });
  });

  test("holds Terraform's own words of it, with values, where they are asked for", async () => {
    app.write("worded", holding("a value"));
    const [report] = await app.run("plan", ["worded"], { text: "plain" });
    expect(report?.text).toContain('+ input  = "a value"');
  });

  test("does not try what would act outside of the copy", async () => {
    const provisioner = { "local-exec": { command: "exit 1" } };
    app.write("acting", { resource: { terraform_data: { it: { provisioner } } } });
    const [report] = await app.run("plan", ["acting"]);
    expect(report?.status).toBe("planned");
  });
});

describeWithTerraform("A flow that fails", () => {
  const app = new AnApp()
    .write("network", { ...holding('${file("missing")}') })
    .write("services", holding(fromUpstream, "network"), ["network"])
    .write("other", holding("fine"));
  afterAll(() => app.remove());

  test("tells Terraform's own words, lets readers wait and runs what does not depend on it", async () => {
    const reports = await app.run("apply", ["network", "services", "other"]);
    expect(statuses(reports)).toEqual({ network: "failed", services: "waits for network", other: "applied" });
    expect(reports.find(({ stack }) => stack === "network")?.diagnostics[0]?.summary).toBe(
      "Invalid function argument",
    );
  });

  test("has failed too when the plan cannot be shown", async () => {
    app.write("other", holding("changed"));
    const [report] = await app.run("plan", ["other"], { terraform: failingAt("show", "no such plan") });
    expect(report).toMatchObject({ status: "failed", diagnostics: [{ detail: "no such plan" }] });
  });

  test("says which provider is not served offline when Terraform cannot get it", async () => {
    app.write("foreign", { resource: { random_id: { it: { byte_length: 4 } } } });
    const [report] = await app.run("plan", ["foreign"], { terraform: failingAt("init", "no such host") });
    expect(report?.diagnostics[0]?.detail).toMatch(
      /^no such host\n\nstack foreign offline: 1 problem\n {2}provider random/,
    );
  });

  test("starts nothing more once it is interrupted", async () => {
    const terraform = new Terraform("terraform", process.env);
    terraform.interrupt();
    const [report] = await app.run("plan", ["other"], { terraform });
    expect(report).toMatchObject({ status: "interrupted", diagnostics: [] });
  });
});

describeWithTerraform("A flow with states where the stacks say", () => {
  const app = aChain();
  afterAll(() => app.remove());

  test("waits for a stack that nobody has applied", async () => {
    const reports = await app.run("plan", ["network", "services"], app.online());
    expect(statuses(reports)).toEqual({ network: "planned", services: "waits for network" });
  });

  test("finds out by Terraform which stack is missing when only the backend knows", async () => {
    const { workplace } = app.online();
    if (!workplace) throw new Error("no workplace");
    const blind = { ...workplace, isReadable: () => undefined };
    expect(statuses(await app.run("plan", ["services"], { workplace: blind }))).toEqual({
      services: "waits for network",
    });
  });

  test("asks the backend whether a reader exists before it destroys", async () => {
    await app.run("apply", ["network"], app.online());
    await app.run("apply", ["services"], app.online());
    const { workplace } = app.online();
    if (!workplace) throw new Error("no workplace");
    const blind = { ...workplace, hasState: () => undefined };
    await expect(app.run("destroy", ["network"], { workplace: blind })).rejects.toThrow(
      "must be destroyed before",
    );
  });
});

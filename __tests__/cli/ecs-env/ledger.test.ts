import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "../../support/project-copy";

jest.setTimeout(60_000);

/** One test after the other: each goes on with what the one before left. */
describe("ecs-env ledger", () => {
  const project = new ProjectCopy();
  afterAll(() => project.remove());
  const folder = join(project.folder, "addresses");

  function files(): Readonly<Record<string, string>> {
    return Object.fromEntries(readdirSync(folder).map((name) => [name, project.read(`addresses/${name}`)]));
  }

  test("advises a project without one to keep one, and makes nothing by itself", () => {
    const { status, stdout, stderr } = project.ecsEnv("ledger");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(
      "must have a ledger of its addresses, got none. Run `ecs-env ledger --write` and commit the result.",
    );
    expect(existsSync(folder)).toBe(false);
  });

  test("writes a file of each stack with --write, and finds nothing after that", () => {
    const written = project.ecsEnv("ledger", "--no-synth", "--write");
    expect(written).toMatchObject({ status: 0, stderr: "addresses/ holds the addresses of 17 stacks\n" });
    expect(written.stdout).toMatch(/^Nothing found in 5 environments;/);
    expect(readdirSync(folder)).toHaveLength(17);
    expect(project.read("addresses/dev-data.txt")).toMatch(/^aws_db_instance\.app_database$/m);
    expect(project.ecsEnv("ledger", "--no-synth").stdout).toBe(written.stdout);
  });

  test("refuses an address that is gone, in verify too", () => {
    project.write(
      "addresses/dev-data.txt",
      `${project.read("addresses/dev-data.txt")}aws_sqs_queue.orders\n`,
    );
    const { status, stdout } = project.ecsEnv("ledger", "--no-synth", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      findings: [{ rule: "address-gone", severity: "error", place: "dev-data/aws_sqs_queue.orders" }],
    });
    const verified = project.ecsEnv("verify", "dev", "--no-synth");
    expect(verified.status).toBe(1);
    expect(verified.stdout).toMatch(/error +address-gone +dev-data\/aws_sqs_queue\.orders/);
  });

  test("writes nothing at all while one address would be lost", () => {
    rmSync(join(folder, "tooling-delivery.txt"));
    const before = files();
    expect(project.ecsEnv("ledger", "--no-synth", "--write")).toEqual({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(
        /^addresses: 1 problem\n {2}dev-data\/aws_sqs_queue\.orders {2}must exist/,
      ),
    });
    expect(files()).toEqual(before);
  });

  test("lets go of an address that has an entry", () => {
    const entry = "- aws_sqs_queue.orders  # nobody sends to it any more (2026-05-31)";
    project.write("addresses/dev-data.txt", `${project.read("addresses/dev-data.txt")}${entry}\n`);
    expect(project.ecsEnv("ledger", "--no-synth", "--write").status).toBe(0);
    expect(project.read("addresses/dev-data.txt")).toContain(`\n${entry}\n`);
    expect(project.read("addresses/dev-data.txt")).not.toMatch(/^aws_sqs_queue/m);
    expect(readdirSync(folder)).toHaveLength(17);
  });

  test("must be written when there is something new, as verify says too", () => {
    const all = project.read("addresses/dev-data.txt");
    project.write("addresses/dev-data.txt", all.replace(/^aws_db_instance.*\n/m, ""));
    const { status, stdout } = project.ecsEnv("verify", "dev", "--no-synth", "--json");
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ rule: "ledger-outdated", severity: "error", place: "dev-data" }),
    );
  });
});

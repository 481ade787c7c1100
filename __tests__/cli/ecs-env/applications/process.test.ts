import { LocalAws } from "../../../support/local-aws/local-aws";
import { type LocalService } from "../../../support/local-aws/local-service";
import { runBeside } from "../../../support/run-beside";

// The real process, with nothing of this one but the local AWS: a busy machine takes some seconds to start one.
jest.setTimeout(60_000);

describe("ecs-env for applications, as a process", () => {
  let aws: LocalAws;
  let orders: LocalService;

  beforeEach(async () => {
    aws = await LocalAws.start();
    orders = aws.addService({ name: "orders" });
  });
  afterEach(() => aws.stop());

  const ecsEnv = (...args: string[]) =>
    runBeside("node", ["-r", "ts-node/register/transpile-only", "cli/ecs-env.ts", ...args], { env: aws.env });

  test("deploys, tells each step in a line, and ends with 0", async () => {
    const digest = aws.pushImage("orders", { tag: "abc123" });
    const { status, stdout, stderr } = await ecsEnv(
      ...["deploy", "--env", "dev", "--service", "orders", "--image", "abc123", "--poll", "0.05"],
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^\d\d:\d\d:\d\dZ {2}orders {2}DONE /m);
    expect(orders.running()).toMatchObject([{ digest }]);
  });

  test("prints lines of JSON and nothing else with --json", async () => {
    const { status, stdout } = await ecsEnv("status", "--env", "dev", "--service", "orders", "--json");
    const lines: readonly { kind: string; version: number }[] = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect({ status, kinds: lines.map(({ kind, version }) => `${kind} ${version}`) }).toEqual({
      ...{ status: 0, kinds: ["status 1", "end 1"] },
    });
  });

  test("ends with 3 and advice when something does not hold", async () => {
    const { status, stderr } = await ecsEnv(
      ...["deploy", "--env", "dev", "--service", "orders", "--image", "none", "--json"],
    );
    expect({ status, stderr }).toMatchObject({ status: 3, stderr: expect.stringMatching(/^dev\/orders: 1 problem\n/) });
  });
});

import { spawn } from "node:child_process";
import { version } from "../../../../package.json";
import { LocalAws } from "../../../support/local-aws/local-aws";
import { type LocalService } from "../../../support/local-aws/local-service";
import { runBeside } from "../../../support/run-beside";
import { repository } from "../../../support/run-command";

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
    expect({ status, stderr }).toMatchObject({
      status: 3,
      stderr: expect.stringMatching(/^dev\/orders: 1 problem\n/),
    });
  });

  test("tells the package's version, which the advice to update is about", async () => {
    expect(await ecsEnv("--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
  });

  test("ends with 2 when the command line cannot be read", async () => {
    const { status, stderr } = await ecsEnv("deploy", "--env", "dev");
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^ecs-env: 2 problems\n/),
    });
  });

  test("says when it is interrupted what is under way, and ends with 130", async () => {
    aws.pushImage("orders", { tag: "abc123" });
    orders.next("hangs");
    const args = ["deploy", "--env", "dev", "--service", "orders", "--image", "abc123", "--poll", "0.05"];
    const { status, stdout, stderr } = await interrupted(aws, args, "SIGTERM", (stdout) =>
      /rollout {3}/.test(stdout),
    );
    expect({ status, stderr }).toEqual({ status: 130, stderr: expect.stringMatching(/^Interrupted: /) });
    expect(stdout).toMatch(/INTERRUPTED .*ecs-env wait --env dev --service orders/);
    expect(orders.deployments[0]).toMatchObject({ status: "IN_PROGRESS" });
  });

  test("ends soon at Ctrl-C although AWS does not answer", async () => {
    aws.fault({ operation: "ssm:GetParameter", error: "hang", times: 99 });
    const began = Date.now();
    const args = ["deploy", "--env", "dev", "--service", "orders", "--image", "abc123"];
    const { status, stdout } = await interrupted(aws, args, "SIGINT", () =>
      aws.operationsCalled.includes("ssm:GetParameter"),
    );
    expect({ status, stdout }).toEqual({
      status: 130,
      stdout: expect.stringContaining("Interrupted before dev/orders was changed."),
    });
    // The first attempt alone would go on for 20 seconds.
    expect(Date.now() - began).toBeLessThan(20_000);
  });

  test("goes on to its end when nobody reads what it says", async () => {
    const digest = aws.pushImage("orders", { tag: "abc123" });
    const command =
      "node -r ts-node/register/transpile-only cli/ecs-env.ts deploy --env dev --service orders --image abc123 --poll 0.05";
    const { stdout } = await runBeside(
      "bash",
      ["-c", `set -o pipefail; ${command} | head -1; echo "status \${PIPESTATUS[0]}"`],
      {
        env: aws.env,
      },
    );
    expect(stdout).toMatch(/\nstatus 0\n$/);
    expect(aws.digestOf("orders", "dev")).toBe(digest);
  });
});

/** Ends the command, as a person or a CI ends a job, as soon as it is time. */
function interrupted(
  aws: LocalAws,
  args: readonly string[],
  signal: NodeJS.Signals,
  isTime: (stdout: string) => boolean,
) {
  const env = { ...process.env, ...aws.env, CI: "1" };
  const program = ["-r", "ts-node/register/transpile-only", "cli/ecs-env.ts"];
  const child = spawn("node", [...program, ...args], {
    cwd: repository,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  const looking = setInterval(() => {
    if (!isTime(output.stdout)) return;
    clearInterval(looking);
    child.kill(signal);
  }, 20);
  return new Promise<typeof output & { readonly status: number | null }>((resolve) =>
    child.on("close", (status) => {
      clearInterval(looking);
      resolve({ status, ...output });
    }),
  );
}

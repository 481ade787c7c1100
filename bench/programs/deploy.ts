import { spawn } from "node:child_process";
import { join } from "node:path";
import { LocalAws } from "../../__tests__/support/local-aws/local-aws";
import { deliveryTargetPath } from "../../contract/delivery-target";

/** One run of a program that deploys. */
export interface DeployRun {
  /** From starting the process to its first UpdateService, in milliseconds. AWS answers at once here: the time is our own. */
  readonly untilUpdate: number;
  /** Calls up to and including that one. */
  readonly calls: readonly string[];
  /** Calls after it, until the process ends. */
  readonly callsAfter: number;
}

/** By program. */
export type DeployRuns = Readonly<Record<"ours" | "least", readonly DeployRun[]>>;

/** A first deploy of a rolling service, by each of two programs in turns. */
async function measure(compiled: string, rounds: number): Promise<DeployRuns> {
  const runs: Record<"ours" | "least", DeployRun[]> = { ours: [], least: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const program of round % 2 === 0 ? (["ours", "least"] as const) : (["least", "ours"] as const)) {
      runs[program].push(await deployOnce(compiled, program));
    }
  }
  return runs;
}

async function deployOnce(compiled: string, program: "ours" | "least"): Promise<DeployRun> {
  const aws = await LocalAws.start();
  try {
    const { target } = aws.addService({ environment: "dev", name: "orders", strategy: "rolling" });
    const digest = aws.pushImage("orders", { tag: "3f2c1ab" });
    aws.calls.length = 0;
    const started = Date.now();
    const file = join(compiled, program === "ours" ? "cli/ecs-env.js" : "bench/programs/least-deploy.js");
    const args =
      program === "ours"
        ? ["deploy", "--env", "dev", "--service", "orders", "--image", "3f2c1ab", "--poll", "0.05"]
        : [deliveryTargetPath(target.environment, target.service), digest];
    const code = await run(file, args, aws.env);
    const update = aws.calls.findIndex(({ operation }) => operation === "ecs:UpdateService");
    const call = aws.calls[update];
    if (code !== 0 || call === undefined) throw new Error(`${program} ended with ${code}`);
    return {
      untilUpdate: call.at - started,
      calls: aws.calls.slice(0, update + 1).map(({ operation }) => operation),
      callsAfter: aws.calls.length - update - 1,
    };
  } finally {
    await aws.stop();
  }
}

function run(file: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env, CI: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return new Promise<number | null>((done, failed) => child.on("error", failed).on("close", done));
}

const [compiled = "", rounds = ""] = process.argv.slice(2);
void measure(compiled, Number(rounds)).then((runs) => console.log(JSON.stringify(runs)));

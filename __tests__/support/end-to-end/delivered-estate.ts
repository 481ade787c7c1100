import { join } from "node:path";
import type { Estate } from "../../../config/environment";
import type { ServiceResult } from "../../../deploy/commands/delivery-request";
import { LocalAws } from "../local-aws/local-aws";
import { importTaskDefinition } from "../local-aws/offline/import-task-definition";
import { Reader } from "../local-aws/offline/values-reader";
import { OfflineAccount, type PlannedChange } from "../offline-account";
import { writeEstate } from "../offline-estate";
import { runBeside, type BesideOptions } from "../run-beside";
import type { CommandResult } from "../run-command";

/** What `ecs-env --json` said. */
export interface JsonAnswer {
  readonly status: number | null;
  readonly stderr: string;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  /** Of commands that change services. */
  readonly services: readonly ServiceResult[];
}

/**
 * An estate that the real terraform applied with the offline provider, and a local AWS that runs what came of it: both have the same
 * accounts before them. `ecs-env` is the real process; it knows AWS by its address, and nothing of Terraform.
 */
export class DeliveredEstate {
  private constructor(
    readonly terraform: OfflineAccount,
    readonly aws: LocalAws,
    /** In the order in which they are applied. */
    readonly stacks: readonly string[],
    private readonly accounts: readonly string[],
  ) {}

  static async apply(estate: Estate): Promise<DeliveredEstate> {
    const terraform = await OfflineAccount.start();
    const stacks = writeEstate(terraform, estate);
    for (const stack of stacks) await terraform.apply(stack);
    const aws = await LocalAws.start();
    const accounts = [estate.tooling, ...estate.environments].map(({ account }) => account);
    const delivered = new DeliveredEstate(terraform, aws, stacks, accounts);
    for (const account of accounts) {
      aws.addOfflineAccount(delivered.file(account), account);
      // Tasks start from it as soon as their services are there.
      if (account === estate.tooling.account) aws.pushImage("seed", { tag: "1" });
    }
    return delivered;
  }

  async stop(): Promise<void> {
    await this.aws.stop();
    await this.terraform.stop();
  }

  /** Runs `ecs-env` with credentials of an account, unless the variables have others. */
  ecsEnv(
    account: string,
    args: readonly string[],
    { env, ...options }: BesideOptions = {},
  ): Promise<CommandResult> {
    return runBeside("node", ["-r", "ts-node/register", "cli/ecs-env.ts", ...args], {
      ...options,
      env: { VAULT_ADDR: undefined, ...this.aws.envOf(account), ...env },
    });
  }

  /** The same with `--json`. */
  async ask(account: string, args: readonly string[], options?: BesideOptions): Promise<JsonAnswer> {
    const { status, stdout, stderr } = await this.ecsEnv(account, [...args, "--json"], options);
    const lines = stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
    return { status, stderr, lines, services: lines.at(-1)?.services ?? [] };
  }

  /** What terraform would change now that AWS is as deployments left it; without changes, nothing of a stack is in it. */
  async plan(stacks: readonly string[] = this.stacks): Promise<readonly PlannedChange[]> {
    this.save();
    const changes: PlannedChange[] = [];
    for (const stack of stacks) changes.push(...(await this.terraform.plan(stack)));
    return changes;
  }

  /** Writes the stacks of a changed estate, to be planned and applied. */
  write(estate: Estate): void {
    writeEstate(this.terraform, estate);
  }

  /** Applies a stack. Templates and delivery targets are in AWS from then on; no deployment begins by it. */
  async applyAgain(stack: string): Promise<void> {
    this.save();
    await this.terraform.apply(stack);
    for (const account of this.accounts) {
      for (const { type, region, values } of Object.values(this.terraform.existing(account))) {
        const place = this.aws.region(account, region);
        if (type === "aws_ssm_parameter")
          place.parameters.set(String(values["name"]), String(values["insecure_value"]));
        if (type === "aws_ecs_task_definition" && !place.taskDefinitions.find(String(values["arn"])))
          importTaskDefinition(place, new Reader(values));
      }
    }
  }

  /** What exists of some types, as terraform and everybody else would find it. */
  existing(account: string, ...types: readonly string[]) {
    this.save();
    return Object.values(this.terraform.existing(account)).filter(({ type }) => types.includes(type));
  }

  /** Terraform sees what deployments changed. */
  private save(): void {
    for (const account of this.accounts) this.aws.saveTo(this.file(account), account);
  }

  private file(account: string): string {
    return join(this.terraform.folder, "cloud", `${account}.json`);
  }
}

import { type Dialect } from "../../../pipelines/dialect";
import { type PipelineOptions } from "../../../pipelines/options";
import { LocalAws } from "../local-aws/local-aws";
import { type LocalService } from "../local-aws/local-service";
import { type CommandResult } from "../run-command";
import { CiMachine } from "./ci-machine";
import { awsAudience, Forge, tokenFor } from "./forge";
import { written } from "./written";

/** A repository with a pipeline, and the accounts that it delivers to, whose deploy roles trust its CI. */
export class DeliveryRun {
  private constructor(
    readonly dialect: Dialect,
    private readonly options: PipelineOptions,
    readonly aws: LocalAws,
    private readonly forge: Forge,
    readonly machine: CiMachine,
    private readonly services: Readonly<Record<string, LocalService>>,
  ) {}

  static async start(dialect: Dialect, options: PipelineOptions): Promise<DeliveryRun> {
    const aws = await LocalAws.start();
    const webIdentity = (token: string) => token === tokenFor(awsAudience[dialect]);
    const services = options.environments.map(
      ({ name, account = "111111111111", region = "eu-west-1" }, index) => {
        const promotedFrom = options.environments[index - 1]?.name;
        aws.trust(`arn:aws:iam::${account}:role/${name}-orders-deploy`, { webIdentity });
        const settings = { environment: name, name: "orders", account, region };
        return [
          name,
          aws.addService(promotedFrom === undefined ? settings : { ...settings, promotedFrom }),
        ] as const;
      },
    );
    const forge = await Forge.start();
    const machine = new CiMachine(options.services);
    return new DeliveryRun(dialect, options, aws, forge, machine, Object.fromEntries(services));
  }

  service(environment: string): LocalService {
    const found = this.services[environment];
    if (!found) throw new Error(`no service in ${environment}`);
    return found;
  }

  /** Digests that run in an environment. */
  running(environment: string): readonly (string | undefined)[] {
    return this.service(environment)
      .running()
      .map(({ digest }) => digest);
  }

  /** Runs the jobs of a push to main, in order, until one fails. @returns what ran, the failed one with its exit code */
  async push(commit: string): Promise<readonly string[]> {
    const ran: string[] = [];
    const groups = written(this.dialect, this.options).jobsOn({ push: "main" });
    for (const { name, approval } of groups.flat()) {
      if (approval) this.machine.approve();
      const { status } = await this.run(name, commit);
      ran.push(status === 0 ? name : `${name}: ${status}`);
      if (status !== 0) break;
    }
    return ran;
  }

  async run(
    job: string,
    commit: string,
    more: Readonly<Record<string, string>> = {},
  ): Promise<CommandResult> {
    const before = this.machine.lines("pushed").length;
    const result = await this.machine.run(written(this.dialect, this.options).runnable(job), {
      ...this.forge.variables(this.dialect, commit),
      AWS_ENDPOINT_URL: this.aws.url,
      services: "orders",
      ...more,
    });
    for (const image of this.machine.lines("pushed").slice(before))
      this.aws.pushImage("orders", { tag: image.slice(image.lastIndexOf(":") + 1) });
    return result;
  }

  async stop(): Promise<void> {
    this.machine.remove();
    await this.forge.stop();
    await this.aws.stop();
  }
}

import { connectAws } from "../../../deploy/aws/connect-aws";
import { type AwsPorts } from "../../../deploy/ports/ports";
import { type Progress, type RolloutProgress } from "../../../deploy/progress/progress";
import { type RolloutRequest, type StartedRollout, type Verdict } from "../../../deploy/rollout/rollout";
import { startRollout } from "../../../deploy/rollout/start-rollout";
import { watchRollout } from "../../../deploy/rollout/watch-rollout";
import { LocalAws } from "../../support/local-aws/local-aws";
import { type LocalService } from "../../support/local-aws/local-service";
import { type ServiceSettings } from "../../support/local-aws/service-settings";

/** A deployment against the local AWS, in a time that only looks make pass: one beat of AWS, five seconds of ours. */
export class LocalRollout {
  readonly told: Progress[] = [];
  private now = 0;
  private readonly interruption = new AbortController();
  private sleeps = 0;
  private readonly plans: { readonly at: number; readonly act: () => void | Promise<void> }[] = [];

  private constructor(
    readonly aws: LocalAws,
    readonly orders: LocalService,
    readonly ports: AwsPorts,
  ) {}

  static async start(settings: Partial<ServiceSettings> = {}): Promise<LocalRollout> {
    const aws = await LocalAws.start();
    aws.stopTime();
    const orders = aws.addService({ name: "orders", ...settings });
    Object.assign(process.env, aws.env);
    // One attempt: what the SDK tries again is not what is tested here.
    return new LocalRollout(aws, orders, connectAws({ maxAttempts: 1 }));
  }

  async stop(): Promise<void> {
    await this.aws.stop();
  }

  /** At the nth look after the start, something happens. */
  atLook(n: number, act: () => void | Promise<void>): void {
    this.plans.push({ at: n, act });
  }

  interrupt(): void {
    this.interruption.abort();
  }

  async request(change: Partial<RolloutRequest> = {}): Promise<RolloutRequest> {
    const { target } = this.orders;
    const digest = this.aws.pushImage("orders");
    const before = await this.ports.ecs.describeService(target.cluster, target.serviceName);
    if (before === undefined) throw new Error("no service");
    const revisionArn = await this.register(digest);
    const times = { timeoutSeconds: 1_800, pollSeconds: 5 };
    return { target, before, revisionArn, digest, acceptedDigests: [digest], ...times, ...change };
  }

  async register(digest: string): Promise<string> {
    const { templateArn, repositoryUrl, container } = this.orders.target;
    const template = await this.ports.ecs.describeTaskDefinition(templateArn);
    const { containerDefinitions = [], family, ...rest } = template?.taskDefinition ?? {};
    const { taskDefinition } = await this.ports.ecs.registerTaskDefinition({
      ...rest,
      family,
      containerDefinitions: containerDefinitions.map((one) =>
        one.name === container ? { ...one, image: `${repositoryUrl}@${digest}` } : one,
      ),
      tags: [{ key: "ecs-env:person", value: "ada" }],
    });
    return taskDefinition.taskDefinitionArn ?? "";
  }

  /** Starts a deployment and watches it to its end. */
  async deploy(change: Partial<RolloutRequest> = {}): Promise<Verdict> {
    return this.watch(await startRollout(await this.request(change), this.ports));
  }

  watch(started: StartedRollout): Promise<Verdict> {
    const surroundings = {
      now: () => this.now,
      interrupted: this.interruption.signal,
      sleep: async (milliseconds: number) => {
        this.sleeps += 1;
        this.now += milliseconds;
        this.aws.tick();
        for (const { at, act } of this.plans) if (at === this.sleeps) await act();
        if (this.sleeps > 2_000) throw new Error("it does not end");
      },
    };
    return watchRollout(started, this.ports, surroundings, (progress) => this.told.push(progress));
  }

  /** What was told of how far it is, one line each. */
  get progress(): readonly string[] {
    return this.told
      .filter((one): one is RolloutProgress => one.kind === "rollout")
      .map(({ status, stage, tasks, targets, trafficPercent, alarmsFiring }) =>
        [
          status,
          stage,
          `${tasks.running}/${tasks.desired}`,
          tasks.failed > 0 ? `failed ${tasks.failed}` : undefined,
          targets === undefined ? undefined : `healthy ${targets.healthy}/${targets.total}`,
          trafficPercent === undefined ? undefined : `${trafficPercent}%`,
          alarmsFiring?.join(","),
        ]
          .filter((part) => part !== undefined)
          .join(" "),
      );
  }
}

import { connectAws } from "../../deploy/aws/connect-aws";
import { type ServicesRequest } from "../../deploy/commands/delivery-request";
import { type AwsPorts, type Surroundings } from "../../deploy/ports/ports";
import { type Progress } from "../../deploy/progress/progress";
import { settle } from "../../deploy/record/settle";
import { releaseDefinition } from "../../deploy/release/release-definition";
import { type ReleaseTags } from "../../deploy/release/release-tags";
import { LocalAws } from "./local-aws/local-aws";
import { type LocalService } from "./local-aws/local-service";
import { type ServiceSettings } from "./local-aws/service-settings";

/** A service in the local AWS for the commands that read it; time passes when a command sleeps, one beat each time. */
export class LocalCommands {
  readonly told: Progress[] = [];
  readonly interruption = new AbortController();
  private time = Date.parse("2026-11-21T12:00:00Z");
  private sleeps = 0;
  private readonly plans = new Map<number, () => void>();

  private constructor(
    readonly aws: LocalAws,
    readonly orders: LocalService,
    readonly ports: AwsPorts,
  ) {}

  static async start(settings: Partial<ServiceSettings> = {}): Promise<LocalCommands> {
    const aws = await LocalAws.start();
    aws.stopTime();
    const orders = aws.addService({ name: "orders", ...settings });
    Object.assign(process.env, aws.env);
    return new LocalCommands(aws, orders, connectAws({ maxAttempts: 1 }));
  }

  stop(): Promise<void> {
    return this.aws.stop();
  }

  readonly report = (progress: Progress): void => {
    this.told.push(progress);
  };

  get surroundings(): Surroundings {
    return {
      now: () => this.time,
      interrupted: this.interruption.signal,
      sleep: (milliseconds) => {
        this.time += milliseconds;
        this.sleeps += 1;
        this.aws.tick();
        this.plans.get(this.sleeps)?.();
        if (this.sleeps > 2_000) throw new Error("it does not end");
        return Promise.resolve();
      },
    };
  }

  /** At the nth sleep of a command, something happens. */
  atSleep(n: number, act: () => void): void {
    this.plans.set(n, act);
  }

  request(...services: string[]): ServicesRequest {
    const names = services.length > 0 ? services : ["orders"];
    return {
      environment: "dev",
      services: names,
      source: { kind: "parameter" },
      access: { maxAttempts: 1 },
    };
  }

  /** Registers a release of the present template, and no more. */
  async register(tags: ReleaseTags = {}, digest = this.aws.pushImage("orders")) {
    const { target } = this.orders;
    const template = await this.ports.ecs.describeTaskDefinition(target.templateArn);
    if (template === undefined) throw new Error("no template");
    const definition = releaseDefinition(target, template, { template: target.templateArn, digest, ...tags });
    const { taskDefinition } = await this.ports.ecs.registerTaskDefinition(definition);
    return { digest, revisionArn: taskDefinition.taskDefinitionArn ?? "" };
  }

  /** Starts the deployment of a release that it registers. */
  async begin(tags: ReleaseTags = {}, digest?: string) {
    const release = await this.register(tags, digest);
    const { cluster, serviceName } = this.orders.target;
    await this.ports.ecs.updateService(cluster, serviceName, release.revisionArn);
    return release;
  }

  /** A deployment that is over, with or without the records of a healthy one. */
  async released(
    tags: ReleaseTags = {},
    { isRecorded = true, digest }: { isRecorded?: boolean; digest?: string } = {},
  ) {
    const release = await this.begin(tags, digest);
    this.aws.tick(20);
    const { target } = this.orders;
    // The first look after an update may tell what was before.
    await this.ports.ecs.describeService(target.cluster, target.serviceName);
    const proved = { target, aws: this.ports, ...release };
    if (isRecorded) await settle(proved, this.report, () => this.time);
    return release;
  }
}

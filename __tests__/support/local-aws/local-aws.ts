import { asTerraformLeft } from "./as-terraform-left";
import { codeDeployOperations } from "./codedeploy/operations";
import { ecrOperations, moveTag } from "./ecr/operations";
import { newRepository, pushPlatforms, type Repository } from "./ecr/repository";
import { ecsOperations } from "./ecs/operations";
import { startService } from "./ecs/start-service";
import { Faults, type Fault } from "./faults";
import { Authorization } from "./iam/authorization";
import { type Statement } from "./iam/policy";
import { LocalService } from "./local-service";
import { importAccount } from "./offline/import-account";
import { saveAccount } from "./offline/save-account";
import { accessKeyOf } from "./protocol/credentials";
import { type Operations } from "./protocol/operation";
import { type Region, World } from "./region";
import { AwsServer, type RecordedCall } from "./server";
import { resolveSettings, type ServiceSettings } from "./service-settings";
import { ssmOperations } from "./ssm/operations";
import { stsOperations } from "./sts/operations";
import { Sessions, type Trust } from "./sts/sessions";
import { Clock } from "./time/clock";
import { Ids } from "./time/ids";
import { logOperations } from "./watching/log-operations";
import { watchingOperations } from "./watching/operations";

const defaultAccount = "111111111111";
const defaultRegion = "eu-west-1";

export interface PushedImage {
  readonly tag?: string;
  /** As Docker says it. @default "amd64" */
  readonly architecture?: string;
  /** Architectures of a multi-architecture image: its digest is that of the image index. */
  readonly index?: readonly string[];
}

export interface RepositorySettings {
  /** @default "999999999999" */
  readonly account?: string;
  /** @default "eu-west-1" */
  readonly region?: string;
  /** Other accounts that may use it. @default - none */
  readonly accounts?: readonly string[];
  /** Tags, or wildcards of tags, that may move. @default - none: all are immutable */
  readonly movableTags?: readonly string[];
}

/**
 * AWS on loopback: one HTTP server that speaks the wire protocols of the SDK for all accounts, with state and time.
 *
 * Point a process at it with `env`; look at what came of it in `calls` and in the services that `addService` gives.
 * Time is in beats of `pace` milliseconds (default 15; a rolling deployment takes about 7): nothing runs between calls, what is due
 * happens when somebody calls or looks. `stopTime` and `tick` take time over, for tests that must not depend on the machine's speed.
 */
export class LocalAws {
  /** Every call, in order. */
  readonly calls: RecordedCall[] = [];
  private readonly clock = new Clock();
  private readonly ids = new Ids();
  private readonly world = new World(this.clock, this.ids);
  private readonly sessions = new Sessions(this.clock, this.ids);
  private readonly faults = new Faults();
  private readonly authorization = new Authorization();
  private readonly operations: Operations = {
    ...ecsOperations,
    ...ecrOperations,
    ...codeDeployOperations,
    ...ssmOperations,
    ...stsOperations(this.sessions),
    ...watchingOperations,
    ...logOperations,
  };
  private server: AwsServer | undefined;

  private constructor() {}

  static async start(): Promise<LocalAws> {
    const aws = new LocalAws();
    aws.server = await AwsServer.start({
      world: aws.world,
      sessions: aws.sessions,
      operations: aws.operations,
      faults: aws.faults,
      authorization: aws.authorization,
      record: (call) => aws.calls.push(call),
    });
    return aws;
  }

  /** A local AWS with what an account file of the offline provider (`.ecs-env/world/cloud/<account>.json`) says exists. */
  static async fromOfflineAccount(path: string, account: string): Promise<LocalAws> {
    const aws = await LocalAws.start();
    aws.addOfflineAccount(path, account);
    return aws;
  }

  /** Adds what another account file says exists, such as that of the tooling account with the repositories. */
  addOfflineAccount(path: string, account: string): void {
    importAccount(this.world, path, account);
  }

  /** Writes what deployments changed into the account file; the next `terraform plan` sees it. */
  saveTo(path: string, account = defaultAccount): void {
    this.clock.settle();
    saveAccount(this.world, path, account);
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  get url(): string {
    if (!this.server) throw new Error("the server has not started");
    return this.server.url;
  }

  /** Environment variables of account 111111111111. */
  get env(): Readonly<Record<string, string>> {
    return this.envOf(defaultAccount);
  }

  envOf(account: string, region = defaultRegion): Readonly<Record<string, string>> {
    return {
      AWS_ENDPOINT_URL: this.url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: accessKeyOf(account),
      AWS_SECRET_ACCESS_KEY: "local",
      // Neither files of the machine nor its metadata service are asked.
      AWS_CONFIG_FILE: "/nowhere",
      AWS_SHARED_CREDENTIALS_FILE: "/nowhere",
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }

  /** Milliseconds of one beat. */
  get pace(): number {
    return this.clock.pace;
  }

  set pace(milliseconds: number) {
    this.clock.pace = milliseconds;
  }

  /** From now on time passes by `tick` only. */
  stopTime(): void {
    this.clock.stop();
  }

  tick(beats = 1): void {
    this.clock.tick(beats);
  }

  /** What exists in an account and region, to look at and to change. */
  region(account = defaultAccount, region = defaultRegion): Region {
    return this.world.region(account, region);
  }

  addService(settings: ServiceSettings): LocalService {
    const resolved = resolveSettings(settings);
    const service = asTerraformLeft(this.world, resolved);
    const region = this.world.region(resolved.account, resolved.region);
    if (!resolved.neverDeployed) startService(region, service);
    return new LocalService(region, service, resolved);
  }

  /** A service that is there already. */
  service(cluster: string, name: string, account = defaultAccount, region = defaultRegion): LocalService {
    const place = this.world.region(account, region);
    const service = place.services.get(`${cluster}/${name}`);
    if (!service) throw new Error(`there is no service ${cluster}/${name} in ${account}`);
    return new LocalService(place, service, undefined);
  }

  /** An image repository of the tooling account, where no service brought one. */
  addRepository(name: string, settings: RepositorySettings = {}): void {
    const { account = "999999999999", region = defaultRegion, accounts = [], movableTags = [] } = settings;
    const place = this.world.region(account, region);
    place.repositories.set(name, newRepository(place, name, { accounts, movableTags }));
  }

  /** Pushes a new image to the repository of this name. @returns its digest */
  pushImage(name: string, image: PushedImage = {}): string {
    const repository = this.repository(name);
    const { tag, architecture = "amd64", index = [architecture] } = image;
    const digest = pushPlatforms(repository, index, `${name}/${this.ids.hex(8)}`, this.clock.date());
    if (tag !== undefined) this.tagImage(name, digest, tag);
    return digest;
  }

  /** Gives a tag to an image, whether or not ECR would let a caller. */
  tagImage(name: string, digest: string, tag: string): void {
    const repository = this.repository(name);
    const image = repository.images.get(digest);
    if (!image) throw new Error(`${name} has no image ${digest}`);
    moveTag(repository, image, tag);
  }

  /** Digest that a tag names. */
  digestOf(name: string, tag: string): string | undefined {
    return [...this.repository(name).images.values()].find(({ tags }) => tags.has(tag))?.digest;
  }

  tagsOf(name: string, digest: string): readonly string[] {
    return [...(this.repository(name).images.get(digest)?.tags ?? [])].sort();
  }

  /** The next calls of an operation go wrong. */
  fault(fault: Fault): void {
    this.faults.add(fault);
  }

  /** From now on nothing goes wrong; what hangs, hangs on. */
  endFaults(): void {
    this.faults.clear();
  }

  /** Makes a role that can be assumed. */
  trust(roleArn: string, trust: Trust): void {
    this.sessions.trust(roleArn, trust);
  }

  /**
   * From now on calls are checked against these statements.
   *
   * @param principal ARN of a role, or an account: all its callers without statements of their own
   */
  enforce(principal: string, statements: readonly Statement[]): void {
    this.authorization.enforce(principal, statements);
  }

  /** Statements of `enforce` that no call needed yet. */
  unusedStatements(principal: string): readonly Statement[] {
    return this.authorization.unused(principal);
  }

  /** Operations of the calls so far, in order. */
  get operationsCalled(): readonly string[] {
    return this.calls.map(({ operation }) => operation);
  }

  /** Operations that were called and that this server does not know. */
  get unknownCalls(): readonly string[] {
    return this.operationsCalled.filter((operation) => !(operation in this.operations));
  }

  private repository(name: string): Repository {
    const found = this.world
      .all()
      .map(({ repositories }) => repositories.get(name))
      .find((repository) => repository !== undefined);
    if (!found) throw new Error(`no repository ${name}: add a service first`);
    return found;
  }
}

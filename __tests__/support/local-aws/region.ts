import { type CodeDeployment, type DeploymentGroup } from "./codedeploy/deployment-group";
import { type EcsService } from "./ecs/ecs-service";
import { type OneOffOutcome } from "./ecs/one-off-task";
import { type TaskState } from "./ecs/tasks";
import { TaskDefinitions } from "./ecs/task-definitions";
import { type Repository } from "./ecr/repository";
import { type Clock } from "./time/clock";
import { type Ids } from "./time/ids";
import { type AlarmState, type LogStreams, type RuleState, type TargetGroup } from "./watching/watched";

/** What exists in one account and region. */
export class Region {
  /** Names of clusters. */
  readonly clusters = new Set<string>();
  /** By `<cluster>/<name>`. */
  readonly services = new Map<string, EcsService>();
  /** By ARN. */
  readonly tasks = new Map<string, TaskState>();
  readonly taskDefinitions = new TaskDefinitions();
  /** How the next one-off tasks of a family go. */
  readonly oneOffOutcomes = new Map<string, OneOffOutcome[]>();
  /** By name. */
  readonly repositories = new Map<string, Repository>();
  /** By name. */
  readonly parameters = new Map<string, string>();
  /** By ARN. */
  readonly targetGroups = new Map<string, TargetGroup>();
  /** By ARN. */
  readonly rules = new Map<string, RuleState>();
  /** ARNs of listeners by ARN of the rule. */
  readonly listenerOfRule = new Map<string, string>();
  /** By name. */
  readonly alarms = new Map<string, AlarmState>();
  /** Of CodeDeploy, by `<application>/<group>`. */
  readonly deploymentGroups = new Map<string, DeploymentGroup>();
  /** Of CodeDeploy, by id. */
  readonly codeDeployments = new Map<string, CodeDeployment>();
  /** By name of the log group. */
  readonly logGroups = new Map<string, LogStreams>();

  constructor(
    readonly account: string,
    readonly name: string,
    readonly world: World,
  ) {}

  get clock(): Clock {
    return this.world.clock;
  }

  get ids(): Ids {
    return this.world.ids;
  }

  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${this.name}:${this.account}:${resource}`;
  }
}

/** All accounts and regions. */
export class World {
  private readonly regions = new Map<string, Region>();

  constructor(
    readonly clock: Clock,
    readonly ids: Ids,
  ) {}

  region(account: string, name: string): Region {
    const key = `${account}/${name}`;
    const region = this.regions.get(key) ?? new Region(account, name, this);
    this.regions.set(key, region);
    return region;
  }

  all(): readonly Region[] {
    return [...this.regions.values()];
  }
}

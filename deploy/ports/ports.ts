import type { CodeDeployPort } from "./codedeploy-port";
import type { EcsPort } from "./ecs-port";
import type { RegistryPort } from "./registry-port";
import type { AlarmPort, BalancerPort, LogPort } from "./watching-ports";

export interface CallerIdentity {
  readonly account: string;
  readonly arn: string;
}

/** AWS as the command sees it, with one set of credentials in one region. Each part loads its client when it is first used. */
export interface AwsPorts {
  identity(): Promise<CallerIdentity>;
  /** Value of an SSM parameter; undefined when there is none. */
  getParameter(name: string): Promise<string | undefined>;
  readonly ecs: EcsPort;
  /** @param repositoryUrl `<account>.dkr.ecr.<region>.amazonaws.com/<name>`: the repository may be in another account and region */
  registry(repositoryUrl: string): RegistryPort;
  readonly codedeploy: CodeDeployPort;
  readonly balancers: BalancerPort;
  readonly alarms: AlarmPort;
  readonly logs: LogPort;
}

/** What the command needs of the machine that it runs on; given by `cli/`, replaced in tests. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends early, without an error, when `interrupted` is aborted. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Aborted by SIGINT or SIGTERM: finish what keeps the service whole, then say what is under way. */
  readonly interrupted: AbortSignal;
}

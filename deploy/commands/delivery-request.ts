import type { Problem } from "../../problems/problem";
import type { AwsAccess } from "../aws/aws-access";
import type { Outcome } from "../progress/progress";
import type { TargetSource } from "../target/target-source";

/** Services of one environment, and how to find and reach them: what every command for applications is given. */
export interface ServicesRequest {
  readonly environment: string;
  readonly services: readonly string[];
  readonly source: TargetSource;
  readonly access: AwsAccess;
}

/** What `deploy`, `rollback`, `promote` and `sync` have in common. */
export interface DeliveryRequest extends ServicesRequest {
  readonly origin: Origin;
  /** Seconds between two looks at a deployment. */
  readonly pollSeconds: number;
  /** Undefined: 30 minutes plus what the strategy bakes. */
  readonly timeoutMinutes?: number;
  /** False: ends when the deployment has begun; what becomes of it says `ecs-env wait`. */
  readonly isAwaited: boolean;
  /** Waits for a deployment that is under way instead of refusing. */
  readonly waitsForOther: boolean;
  /** Goes on although alarms of the service are firing. */
  readonly isDespiteAlarms: boolean;
  /** Checks everything, says what would be done, changes nothing. */
  readonly isDryRun: boolean;
  /** Reason to deploy a digest that no environment before has proved; recorded with the release. */
  readonly unproven?: string;
}

/** Who and what asked for a release; recorded with it as far as known. */
export interface Origin {
  readonly commit?: string;
  /** URL or id of the pipeline. */
  readonly pipeline?: string;
  readonly person?: string;
}

export interface DeployRequest extends DeliveryRequest {
  /** Tag, `sha256:…`, or URI with either, of the target's repository. */
  readonly image: string;
}

export interface RollbackRequest extends DeliveryRequest {
  /** Digest or revision (ARN, `family:revision` or number); undefined: the healthy release before the running one. */
  readonly to?: string;
}

export interface PromoteRequest extends DeliveryRequest {
  /** Environment whose digest is taken; `environment` is where it goes to. */
  readonly from: string;
}

export type SyncRequest = DeliveryRequest;

/** How a command ended for one service; its exit code is in deploy/exit-codes.ts. */
export interface ServiceResult {
  readonly service: string;
  readonly outcome: Outcome;
  /** One sentence for people. */
  readonly message: string;
  /** With the outcome `precondition`: what does not hold. Empty when another service of the call is the reason. */
  readonly problems: readonly Problem[];
  readonly digest?: string;
  readonly revision?: string;
  /** ARN of the service deployment, or id of CodeDeploy's. */
  readonly deployment?: string;
}

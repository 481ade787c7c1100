import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { LogGroup } from "../observability/log-group";

export interface ClusterProps {
  /** Name of the cluster, for example `dev`. */
  readonly name: string;
  /**
   * Logs what people type in `aws ecs execute-command` sessions, encrypted with this key.
   * Needed as soon as a service switches exec on.
   *
   * @default - no session is logged
   */
  readonly execLogs?: { readonly encryptionKeyArn: string; readonly retentionDays?: number };
}

/** What services need of a cluster. */
export interface ClusterAttributes {
  readonly clusterName: string;
  readonly clusterArn: string;
  /** Where exec sessions are logged; undefined when they are not. */
  readonly exec?: ExecSessions;
  /**
   * What services wait for: ECS refuses a strategy whose capacity providers the cluster does not have yet.
   *
   * @default - the cluster has Fargate and Fargate Spot already
   */
  readonly capacityProviders?: ITerraformDependable;
}

export interface ExecSessions {
  readonly logGroupArn: string;
  readonly encryptionKeyArn: string;
}

/**
 * An ECS cluster for Fargate and Fargate Spot with Container Insights.
 *
 * Creates: a cluster; its capacity providers; a log group for exec sessions when asked for. Costs: Container Insights
 * by metric.
 *
 * @example
 * const cluster = new Cluster(stack, "Cluster", { name: "dev" });
 */
export class Cluster extends Construct implements ClusterAttributes {
  readonly clusterName: string;
  readonly clusterArn: string;
  readonly exec?: ExecSessions;
  readonly capacityProviders: ITerraformDependable;

  constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    const execLogGroup = this.createExecLogGroup(props);
    const cluster = new EcsCluster(this, "Resource", {
      name: props.name,
      setting: [{ name: "containerInsights", value: "enabled" }],
      configuration: execLogGroup &&
        props.execLogs && {
          executeCommandConfiguration: {
            kmsKeyId: props.execLogs.encryptionKeyArn,
            logging: "OVERRIDE",
            logConfiguration: {
              cloudWatchLogGroupName: execLogGroup.name,
              cloudWatchEncryptionEnabled: true,
            },
          },
        },
    });
    this.clusterName = props.name;
    this.clusterArn = cluster.arn;
    this.exec = execLogGroup &&
      props.execLogs && {
        logGroupArn: execLogGroup.arn,
        encryptionKeyArn: props.execLogs.encryptionKeyArn,
      };
    this.capacityProviders = new EcsClusterCapacityProviders(this, "CapacityProviders", {
      clusterName: cluster.name,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategy: [{ capacityProvider: "FARGATE", weight: 1 }],
    });
  }

  private createExecLogGroup({ name, execLogs }: ClusterProps): LogGroup | undefined {
    if (!execLogs) return undefined;
    return new LogGroup(this, "ExecLogGroup", {
      name: `/ecs/${name}/exec-sessions`,
      retentionDays: execLogs.retentionDays,
      encryptionKeyArn: execLogs.encryptionKeyArn,
    });
  }
}

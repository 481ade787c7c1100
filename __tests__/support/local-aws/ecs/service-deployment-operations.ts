import {
  type DescribeServiceDeploymentsCommandInput,
  type DescribeServiceDeploymentsCommandOutput,
  type DescribeServiceRevisionsCommandInput,
  type DescribeServiceRevisionsCommandOutput,
  type ListServiceDeploymentsCommandInput,
  type ListServiceDeploymentsCommandOutput,
  type ServiceDeployment,
  type StopServiceDeploymentCommandInput,
  type StopServiceDeploymentCommandOutput,
} from "@aws-sdk/client-ecs";
import { copyOf } from "../copy-of";
import { AwsError } from "../protocol/aws-error";
import { operation, type Operations } from "../protocol/operation";
import { type Region } from "../region";
import { findService, type EcsService } from "./ecs-service";
import { type DeploymentRecord } from "./rollout/rollout";
import { stopDeployment } from "./rollout/stop-deployment";
import { tasksStartedBy } from "./tasks";

export const serviceDeploymentOperations: Operations = {
  "ecs:ListServiceDeployments": operation<
    ListServiceDeploymentsCommandInput,
    ListServiceDeploymentsCommandOutput
  >(({ region }, { cluster, service, status, maxResults = 20, nextToken = "0" }) => {
    const found = findService(region, cluster, service ?? "")
      .history.filter(({ isListed, record }) => isListed && isAsked(record, status))
      .map(({ record }) => record);
    const from = Number(nextToken);
    const end = from + maxResults;
    return {
      serviceDeployments: found.slice(from, end).map((record) => ({
        serviceDeploymentArn: record.serviceDeploymentArn,
        serviceArn: record.serviceArn,
        clusterArn: record.clusterArn,
        startedAt: record.startedAt,
        createdAt: record.createdAt,
        finishedAt: record.finishedAt,
        targetServiceRevisionArn: record.targetServiceRevision?.arn,
        status: record.status,
        statusReason: record.statusReason,
      })),
      nextToken: end < found.length ? String(end) : undefined,
    };
  }),
  "ecs:DescribeServiceDeployments": operation<
    DescribeServiceDeploymentsCommandInput,
    DescribeServiceDeploymentsCommandOutput
  >(({ region }, { serviceDeploymentArns = [] }) => {
    const found = serviceDeploymentArns.map((arn) => ({ arn, deployment: findDeployment(region, arn) }));
    return {
      serviceDeployments: found.flatMap(({ deployment }) =>
        deployment ? [describeDeployment(region, deployment.service, deployment.state)] : [],
      ),
      failures: found.flatMap(({ arn, deployment }) => (deployment ? [] : [{ arn, reason: "MISSING" }])),
    };
  }),
  "ecs:DescribeServiceRevisions": operation<
    DescribeServiceRevisionsCommandInput,
    DescribeServiceRevisionsCommandOutput
  >(({ region }, { serviceRevisionArns = [] }) => {
    const known = [...region.services.values()].flatMap(({ revisions }) => revisions);
    const found = serviceRevisionArns.map((arn) => ({
      arn,
      revision: known.find(({ serviceRevisionArn }) => serviceRevisionArn === arn),
    }));
    return {
      serviceRevisions: found.flatMap(({ revision }) => (revision ? [revision] : [])),
      failures: found.flatMap(({ arn, revision }) => (revision ? [] : [{ arn, reason: "MISSING" }])),
    };
  }),
  "ecs:StopServiceDeployment": operation<
    StopServiceDeploymentCommandInput,
    StopServiceDeploymentCommandOutput
  >(({ region }, { serviceDeploymentArn = "", stopType = "ROLLBACK" }) => {
    const found = findDeployment(region, serviceDeploymentArn);
    if (!found) throw new AwsError("ServiceDeploymentNotFoundException", "Service deployment not found.");
    stopDeployment(region, found.service, found.state, stopType);
    return { serviceDeploymentArn };
  }),
};

function isAsked({ status }: ServiceDeployment, asked: readonly string[] | undefined): boolean {
  return asked === undefined || asked.length === 0 || asked.includes(status ?? "");
}

function findDeployment(
  region: Region,
  arn: string,
): { readonly service: EcsService; readonly state: DeploymentRecord } | undefined {
  for (const service of region.services.values()) {
    const state = service.history.find(({ record }) => record.serviceDeploymentArn === arn);
    if (state) return { service, state };
  }
  return undefined;
}

function describeDeployment(region: Region, service: EcsService, state: DeploymentRecord): ServiceDeployment {
  const { record, deploymentId } = state;
  const source = service.completed?.deploymentId ?? "";
  return copyOf({
    ...record,
    sourceServiceRevisions: record.sourceServiceRevisions?.map((revision) => ({
      ...countedTasks(region, service, [source, state.rollbackId ?? ""]),
      ...revision,
    })),
    targetServiceRevision: {
      ...countedTasks(region, service, [deploymentId]),
      ...record.targetServiceRevision,
    },
  });
}

function countedTasks(region: Region, service: EcsService, deploymentIds: readonly string[]) {
  const tasks = [...new Set(deploymentIds)].flatMap((id) => tasksStartedBy(region, id));
  const running = tasks.filter(({ lastStatus }) => lastStatus === "RUNNING").length;
  return {
    requestedTaskCount: service.desiredCount,
    runningTaskCount: running,
    pendingTaskCount: tasks.length - running,
  };
}

import type { Service } from "@aws-sdk/client-ecs";
import { deployStatements } from "../../contract/deploy-permissions";
import type { DeliveryTarget } from "../../contract/delivery-target";
import type { Problem } from "../../problems/problem";
import { logPlaceOf } from "../diagnosis/log-place";
import type { Facts } from "../preconditions/facts";
import { templateIsReadable } from "../preconditions/release-preconditions";
import type { AimedService, Precondition } from "../preconditions/precondition";
import { nothingUnderWay, servicePreconditions } from "../preconditions/service-preconditions";
import { refusalOf } from "./refusal-of";

/** Something to try that changes nothing. */
interface Trial {
  readonly id: string;
  readonly title: string;
  /** Undefined: all. */
  readonly controller?: DeliveryTarget["controller"];
  readonly attempt: (facts: Facts, service: Service) => Promise<unknown>;
}

const trials: readonly Trial[] = [
  {
    id: "read-revisions",
    title: "revisions of the family can be listed",
    attempt: ({ aws, target }) => aws.ecs.listTaskDefinitions(target.taskFamily, 1),
  },
  {
    id: "read-tasks",
    title: "tasks of the service can be read",
    attempt: async ({ aws: { ecs }, target: { cluster, serviceName } }) => {
      const tasks = await ecs.listTasks(cluster, { service: serviceName, desiredStatus: "RUNNING" });
      return ecs.describeTasks(cluster, tasks.slice(0, 1));
    },
  },
  {
    id: "read-deployments",
    title: "deployments of the service can be read",
    controller: "ecs",
    attempt: async ({ aws: { ecs }, target: { cluster, serviceName } }) => {
      const [last] = await ecs.listServiceDeployments(cluster, serviceName, { limit: 1 });
      const arns = last?.serviceDeploymentArn === undefined ? [] : [last.serviceDeploymentArn];
      const revision = last?.targetServiceRevisionArn;
      return Promise.all([
        ecs.describeServiceDeployments(arns),
        ecs.describeServiceRevisions(revision === undefined ? [] : [revision]),
      ]);
    },
  },
  {
    id: "read-codedeploy",
    title: "deployments of CodeDeploy can be listed",
    controller: "codedeploy",
    attempt: async ({ aws, target: { codedeploy } }) =>
      codedeploy && aws.codedeploy.listActiveDeployments(codedeploy.application, codedeploy.deploymentGroup),
  },
  {
    id: "read-targets",
    title: "health of the load balancer's targets can be read",
    attempt: ({ aws }, { loadBalancers = [] }) =>
      Promise.all(
        loadBalancers.flatMap(({ targetGroupArn }) =>
          targetGroupArn === undefined ? [] : [aws.balancers.describeTargetHealth(targetGroupArn)],
        ),
      ),
  },
  {
    id: "read-log",
    title: "the log of the service can be read",
    attempt: async ({ aws, target, template }) => {
      const containers = (await template())?.taskDefinition.containerDefinitions;
      const place = logPlaceOf(containers?.find(({ name }) => name === target.container));
      return (
        place && aws.logs.linesSince(place.group, { streamPrefix: place.streamPrefix, since: 0, limit: 1 })
      );
    },
  },
  {
    id: "read-images",
    title: "the image repository can be read",
    attempt: async ({ aws, target }) => {
      const registry = aws.registry(target.repositoryUrl);
      const image = await registry.getImage({ tag: target.imageTag });
      return image && registry.tagsOf(image.digest);
    },
  },
];

/** All that a deploy looks at before it changes anything, and what it reads while it watches. */
export function examinationsOf(target: DeliveryTarget): readonly Precondition<AimedService>[] {
  return [
    ...servicePreconditions,
    nothingUnderWay,
    templateIsReadable,
    ...trials
      .filter(({ controller = target.controller }) => controller === target.controller)
      .map(({ id, title, attempt }) => ({
        id,
        title,
        check: async ({ facts }: AimedService): Promise<readonly Problem[] | "open"> => {
          const service = await facts.service();
          if (service === undefined) return "open";
          try {
            await attempt(facts, service);
            return [];
          } catch (error) {
            return refusalOf(error, target.service, title).problems;
          }
        },
      })),
  ];
}

/** Actions that change something, so that nobody can try them: the deploy role's policy says whether they are allowed. */
export function untriedActions(target: DeliveryTarget): readonly string[] {
  const actions = deployStatements(target).flatMap((statement) => statement.actions);
  return [...new Set(actions)]
    .filter((action) => !/:(Get|List|Describe|BatchGet|Filter)/.test(action))
    .toSorted();
}

import type { Service } from "@aws-sdk/client-ecs";
import type { Problem } from "../../problems/problem";
import { explained } from "../aws/explained";
import { readReleaseTags } from "../release/release-tags";
import { controllerOf, controllers, type Facts } from "./facts";
import type { CheckedService, Precondition } from "./precondition";

/** What every command that changes a service checks of it. */
export const servicePreconditions: readonly Precondition<CheckedService>[] = [
  {
    id: "account",
    title: "credentials are of the environment's account",
    check: async ({ facts: { identity, target } }) => {
      const { account, arn } = await identity();
      if (account === target.account) return [];
      return [
        {
          where: "AWS credentials",
          must: `must be of account ${target.account} (${target.environment})`,
          got: `account ${account} (${arn})`,
          advice: `Use the credentials of ${target.environment}, such as its deploy role ${target.deployRoleArn}.`,
        },
      ];
    },
  },
  {
    id: "service",
    title: "the service is active",
    check: async ({ facts: { service, target } }) => {
      const status = (await service())?.status;
      if (status === "ACTIVE") return [];
      return [
        {
          where: `ECS service ${target.cluster}/${target.serviceName}`,
          must: "must be active",
          got: status ?? "nothing",
          advice: `Apply the stack ${target.environment}-services; the command changes services and does not create them.`,
        },
      ];
    },
  },
  { id: "strategy", title: "it is deployed as the delivery target says", check: checkStrategy },
  {
    id: "desired-count",
    title: "it has tasks to run",
    check: ({ facts }) =>
      ofActive(facts, async ({ desiredCount = 0 }) => {
        if (desiredCount > 0) return [];
        return [
          {
            where: "desired count of the service",
            must: "must be at least 1",
            got: String(desiredCount),
            advice: "Without a task nothing would prove the release: scale the service up first.",
          },
        ];
      }),
  },
  {
    id: "alarms",
    title: "its alarms are quiet",
    check: async ({ facts, isDespiteAlarms }) => {
      if ((await facts.service())?.status !== "ACTIVE") return "open";
      const names = await facts.firing();
      if (names.length === 0 || isDespiteAlarms) return [];
      return [
        {
          where: "alarms of the service",
          must: "must be quiet",
          got: names.join(", "),
          advice:
            "AWS does not watch alarms that fire before a deployment begins. When the release is to mend it: --despite-alarms.",
        },
      ];
    },
  },
];

/** Apart from the others, because `--wait-for-other` waits for it. */
export const nothingUnderWay: Precondition<CheckedService> = {
  id: "nothing-under-way",
  title: "no deployment is under way",
  check: async ({ facts }) => {
    if ((await facts.service())?.status !== "ACTIVE") return "open";
    const other = await facts.underWay();
    if (other === undefined) return [];
    return [
      {
        where: "deployments of the service",
        must: "must be over",
        got: `one under way: ${await describeOther(facts, other.revisionArn, other.status)}`,
        advice: "Wait for it with --wait-for-other, or follow it with `ecs-env wait`.",
      },
    ];
  },
};

/** Whose deployment it is, from the tags of its revision. */
export async function describeOther({ aws }: Facts, revisionArn: string, status: string): Promise<string> {
  const revision = await aws.ecs.describeTaskDefinition(revisionArn);
  const { image, commit, pipeline, person } = readReleaseTags(revision?.tags ?? []);
  const origin = [
    image === undefined ? undefined : `image ${image}`,
    commit === undefined ? undefined : `commit ${commit}`,
    pipeline === undefined ? undefined : `pipeline ${pipeline}`,
    person === undefined ? undefined : `by ${person}`,
  ].filter((part) => part !== undefined);
  return [revisionArn.split("/").at(-1), ...origin, status].join(", ");
}

async function ofActive(
  { service }: Facts,
  check: (service: Service) => Promise<readonly Problem[]>,
): Promise<readonly Problem[] | "open"> {
  const found = await service();
  return found?.status === "ACTIVE" ? check(found) : "open";
}

/** AWS's words for what the delivery target says. */
const strategies = {
  rolling: "ROLLING",
  "blue-green": "BLUE_GREEN",
  canary: "CANARY",
  linear: "LINEAR",
} as const;

async function checkStrategy({ facts }: CheckedService): Promise<readonly Problem[] | "open"> {
  const { target, aws } = facts;
  const advice = `Apply the stack ${target.environment}-services: service and delivery target are of different times.`;
  return ofActive(facts, async (service) => {
    const controller = controllerOf(service);
    if (controller !== controllers[target.controller]) {
      const must = `must be ${controllers[target.controller]}, as the delivery target says`;
      return [{ where: "deployment controller of the service", must, got: controller, advice }];
    }
    if (target.codedeploy !== undefined) {
      const { application, deploymentGroup } = target.codedeploy;
      const where = `CodeDeploy deployment group ${application}/${deploymentGroup}`;
      const group = await explained(`${target.environment}/${target.service}`, where, () =>
        aws.codedeploy.getDeploymentGroup(application, deploymentGroup),
      );
      return group === undefined ? [{ where, must: "must be there", got: "nothing", advice }] : [];
    }
    const strategy = service.deploymentConfiguration?.strategy ?? "ROLLING";
    if (strategy === strategies[target.strategy]) return [];
    const must = `must be ${strategies[target.strategy]}, as the delivery target says`;
    return [{ where: "deployment strategy of the service", must, got: strategy, advice }];
  });
}

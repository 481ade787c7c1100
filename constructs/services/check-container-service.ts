import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven, type Problem } from "../../problems/problem";
import type { Construct } from "constructs";
import type { ContainerServiceSettings } from "./container-service-settings";
import { repositoryArn } from "./image-reference";

/** What a service must fulfil to be able to start its tasks. @throws ConstructError with all problems. */
export function checkContainerService(scope: Construct, props: ContainerServiceSettings): void {
  throwConstructProblems(scope.node.path, [
    ...checkApplicationContainer(props),
    ...checkScaling(props),
    ...checkSpot(props),
    ...checkExec(props),
    ...checkImageSource(props),
  ]);
}

function checkApplicationContainer({ containers, name }: ContainerServiceSettings): Problem[] {
  const names = containers.map((container) => container.name);
  if (names.filter((other) => other === name).length === 1) return [];
  return [
    {
      where: "containers",
      must: `must have exactly one container named "${name}", the application container`,
      got: formatGiven(names),
      advice: "Name the container that takes the requests like the service.",
    },
  ];
}

function checkScaling({ scaling }: ContainerServiceSettings): Problem[] {
  if (!scaling || (scaling.minTasks >= 1 && scaling.maxTasks >= scaling.minTasks)) return [];
  return [
    {
      where: "scaling",
      must: "must have at least one task and a maximum that is not below the minimum",
      got: `minimum ${scaling.minTasks}, maximum ${scaling.maxTasks}`,
      advice: "Use for example { minTasks: 2, maxTasks: 6 }.",
    },
  ];
}

function checkSpot({ spotPercent = 0 }: ContainerServiceSettings): Problem[] {
  if (Number.isInteger(spotPercent) && spotPercent >= 0 && spotPercent <= 100) return [];
  return [
    {
      where: "spotPercent",
      must: "must be a whole number from 0 to 100",
      got: formatGiven(spotPercent),
      advice: "Use 0 for no Fargate Spot.",
    },
  ];
}

function checkExec({ exec, cluster }: ContainerServiceSettings): Problem[] {
  if (!exec || cluster.exec) return [];
  return [
    {
      where: "exec",
      must: "must be off where the cluster does not log exec sessions",
      got: "true",
      advice: "Give the cluster `execLogs`, or switch exec off.",
    },
  ];
}

/** Without endpoints and without a way to the internet, tasks wait for their image for ever. */
function checkImageSource({ network, outbound, image }: ContainerServiceSettings): Problem[] {
  const reachesInternet = (outbound ?? []).some(({ to, port }) => to === "internet" && port === 443);
  if (reachesInternet || (network.endpoints && repositoryArn(image))) return [];
  return [
    {
      where: "network",
      must: "must let tasks reach the registry of their image",
      got: network.endpoints ? `the image ${image}, which is not in a private ECR` : "no interface endpoints",
      advice:
        "Give the network the interface endpoints ecr.api, ecr.dkr and logs and use an ECR image, or declare outbound to the internet on port 443.",
    },
  ];
}

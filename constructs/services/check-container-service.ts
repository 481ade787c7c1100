import { Token } from "cdktf";
import type { Construct } from "constructs";
import { fargateCpus, fargateMemories, isFargateSize } from "../../limits/fargate-sizes";
import { parsePrivateImage } from "../../limits/private-images";
import { quotas } from "../../limits/quotas";
import { throwConstructProblems } from "../../problems/construct-error";
import { formatGiven, type Problem } from "../../problems/problem";
import { checkDeployment } from "./check-deployment";
import {
  defaultCpu,
  defaultMemoryMiB,
  defaultStopTimeoutSeconds,
  type ContainerServiceProps,
} from "./container-service-settings";

/** What a service must fulfil to be able to start its tasks. @throws ConstructError with all problems. */
export function checkContainerService(scope: Construct, props: ContainerServiceProps): void {
  throwConstructProblems(scope.node.path, [
    ...checkApplicationContainer(props),
    ...checkSize(props),
    ...checkStopTimeout(props),
    ...checkScaling(props),
    ...checkRequestScaling(props),
    ...checkSpot(props),
    ...checkExec(props),
    ...checkPort(props),
    ...checkVariables(props),
    ...checkImageReferences(props),
    ...checkImageSources(props),
    ...checkDeployment(props),
  ]);
}

function checkApplicationContainer({ containers, name }: ContainerServiceProps): Problem[] {
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

function checkSize({ cpu = defaultCpu, memoryMiB = defaultMemoryMiB }: ContainerServiceProps): Problem[] {
  if (isFargateSize(cpu, memoryMiB)) return [];
  const memories = fargateMemories(cpu);
  return [
    {
      where: memories.length > 0 ? "memoryMiB" : "cpu",
      must: "must be a size that Fargate offers",
      got: `${cpu} CPU units with ${memoryMiB} MiB`,
      advice:
        memories.length > 0
          ? `With ${cpu} CPU units, use ${memories[0]} to ${memories.at(-1)} MiB, in Fargate's steps.`
          : `Use ${fargateCpus.join(", ")} CPU units.`,
    },
  ];
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html (stopTimeout) */
function checkStopTimeout({
  stopTimeoutSeconds = defaultStopTimeoutSeconds,
}: ContainerServiceProps): Problem[] {
  const isValid = Number.isInteger(stopTimeoutSeconds) && stopTimeoutSeconds >= 1;
  if (isValid && stopTimeoutSeconds <= quotas.stopTimeoutSeconds) return [];
  return [
    {
      where: "stopTimeoutSeconds",
      must: `must be a whole number from 1 to ${quotas.stopTimeoutSeconds}`,
      got: formatGiven(stopTimeoutSeconds),
      advice: "Use 30, or as long as the longest request takes.",
    },
  ];
}

function checkScaling({ scaling }: ContainerServiceProps): Problem[] {
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

function checkRequestScaling({ scaling, ingress }: ContainerServiceProps): Problem[] {
  if (ingress || scaling?.requestsPerTarget === undefined) return [];
  return [
    {
      where: "scaling.requestsPerTarget",
      must: "must be left out where no load balancer counts requests",
      got: formatGiven(scaling.requestsPerTarget),
      advice: "Use cpuPercent or memoryPercent.",
    },
  ];
}

function checkSpot({ spotPercent = 0 }: ContainerServiceProps): Problem[] {
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

function checkExec({ exec, cluster, containers, name }: ContainerServiceProps): Problem[] {
  if (!exec) return [];
  const application = containers.find((container) => container.name === name);
  const problems: Problem[] = [];
  if (!cluster.exec) {
    problems.push({
      where: "exec",
      must: "must be off where the cluster does not log exec sessions",
      got: "true",
      advice: "Give the cluster `execLogs`, or switch exec off.",
    });
  }
  // @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations
  if (application && application.readonlyRootFilesystem !== false) {
    problems.push({
      where: "exec",
      must: "must be off while the application container's root file system is read-only, because sessions write there",
      got: "true",
      advice: "Set `readonlyRootFilesystem: false` on the container, or switch exec off.",
    });
  }
  return problems;
}

/** ECS refuses a service whose load balancer asks for a port that the container does not map. */
function checkPort({ containers, name, ingress }: ContainerServiceProps): Problem[] {
  const mappings = containers.find((container) => container.name === name)?.portMappings;
  if (!ingress || !mappings || mappings.some(({ containerPort }) => containerPort === ingress.port))
    return [];
  return [
    {
      where: `containers.${name}.portMappings`,
      must: `must have the port of the service, ${ingress.port}`,
      got: formatGiven(mappings.map(({ containerPort }) => containerPort)),
      advice: "Add it, or leave the mappings out.",
    },
  ];
}

/** ECS refuses a secret that shares its name; of two variables, one would be lost silently. */
function checkVariables({
  containers,
  name,
  variables = {},
  secrets = {},
}: ContainerServiceProps): Problem[] {
  const application = containers.find((container) => container.name === name);
  const declared = [...(application?.environment ?? []), ...(application?.secrets ?? [])];
  const names = [
    ...declared.map((variable) => variable.name),
    ...Object.keys(variables),
    ...Object.keys(secrets),
  ];
  const repeated = names.filter((variable, index) => names.indexOf(variable) < index);
  return [...new Set(repeated)].map((variable) => ({
    where: `variables.${variable}`,
    must: "must be one variable or secret of the application container",
    got: "more than one",
    advice: "Rename one of them.",
  }));
}

/** The execution role is limited to the repositories of the images: their names must be known when it is written. */
function checkImageReferences({ image, seedImage }: ContainerServiceProps): Problem[] {
  return Object.entries({ image, seedImage })
    .filter(([, reference]) => Token.isUnresolved(reference))
    .map(([where]) => ({
      where,
      must: "must be written out, because the execution role may pull from its repository only",
      got: "an attribute of another construct",
      advice: 'Use text such as "999999999999.dkr.ecr.eu-west-1.amazonaws.com/orders:dev".',
    }));
}

/** Without endpoints and without a way to the internet, tasks wait for their images for ever. */
function checkImageSources(props: ContainerServiceProps): Problem[] {
  const { network, outbound = [], containers, image, seedImage, region } = props;
  if (outbound.some(({ to, port }) => to === "internet" && port === 443)) return [];
  const images = [image, seedImage, ...containers.flatMap((container) => container.image ?? [])];
  const unreachable = images.filter(
    (name) => !Token.isUnresolved(name) && parsePrivateImage(name)?.region !== region,
  );
  if (network.endpoints && unreachable.length === 0) return [];
  return [
    {
      where: "network",
      must: "must let tasks reach the registries of their images",
      got: network.endpoints
        ? `images that are not in a private ECR of ${region}: ${[...new Set(unreachable)].join(", ")}`
        : "no interface endpoints",
      advice:
        "Give the network the interface endpoints ecr.api, ecr.dkr and logs and use ECR images of its region, or declare outbound to the internet on port 443.",
    },
  ];
}

import { quotas } from "../../../limits/quotas";
import { type Values } from "../../values/value";
import { containersOf, nameOf } from "./containers-of";
import { isAbsent, items, number, text } from "../../values/reading";
import { type Rule } from "../rule";

/** What AWS says, and what to do. */
type Problem = readonly [message: string, advice: string];

/** Characters of all definitions together. */
const mostBytes = 65_536;

/** The containers of a task definition: the JSON and what its parts must have. */
export const containerDefinitions: Rule = {
  id: "container-definitions",
  types: ["aws_ecs_task_definition"],
  actions: ["create"],
  phase: "plan",
  documentation: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
  check({ values }) {
    const json = text(values, "container_definitions");
    if (json === undefined) return [];
    const containers = containersOf(values);
    const problems: readonly Problem[] = containers
      ? [
          ...wholeProblems(values, json, containers),
          ...containers.flatMap((one) => problemsOf(one, values, containers)),
        ]
      : [
          [
            "ECS Task Definition container_definitions is invalid: not a JSON list of objects",
            "Pass jsonencode([{ name = …, image = … }]).",
          ],
        ];
    return problems.map(([message, advice]) => ({
      code: "ClientException",
      message,
      advice,
      path: ["container_definitions"],
    }));
  },
};

function wholeProblems(values: Values, json: string, containers: readonly Values[]): readonly Problem[] {
  const problems: Problem[] = [];
  const bytes = Buffer.byteLength(json);
  if (bytes > mostBytes)
    problems.push([
      `Actual length: '${bytes}'. Max allowed length is '${mostBytes}' bytes.`,
      "Move long variables into SSM parameters or a file in the image.",
    ]);
  if (containers.length > quotas.containersPerTask)
    problems.push([
      `Too many container definitions: ${containers.length}, the most is ${quotas.containersPerTask}.`,
      "Split the task into several services.",
    ]);
  if (containers.length === 0)
    return [["TaskDefinition must have at least one container definition.", "Add a container."]];
  if (containers.every((container) => container["essential"] === false))
    problems.push([
      "At least one container in a task definition must be marked as essential.",
      "Leave out essential, or set it to true, for the application's container.",
    ]);
  const names = containers.map(nameOf);
  for (const name of new Set(names.filter((name, at) => name !== "" && names.indexOf(name) !== at)))
    problems.push([
      `Container names must be unique, '${name}' is used more than once.`,
      "Give each container a name of its own.",
    ]);
  return [...problems, ...sizeProblems(values, containers), ...cycleProblems(containers)];
}

function sizeProblems(values: Values, containers: readonly Values[]): readonly Problem[] {
  return (["cpu", "memory"] as const).flatMap((name): readonly Problem[] => {
    const total = Number(text(values, name));
    const reserved = containers.map((container) =>
      name === "memory"
        ? (number(container, "memoryReservation") ?? number(container, name) ?? 0)
        : (number(container, name) ?? 0),
    );
    const sum = reserved.reduce((one, other) => one + other, 0);
    if (!(sum > total)) return [];
    return [
      [
        `Invalid '${name}' setting for task: the containers take ${sum}, the task has ${total}.`,
        `Raise ${name} of the task or lower it for its containers.`,
      ],
    ];
  });
}

function cycleProblems(containers: readonly Values[]): readonly Problem[] {
  const edges = new Map(containers.map((container) => [nameOf(container), dependenciesOf(container)]));
  const reaches = (from: string, to: string, seen: Set<string>): boolean =>
    (edges.get(from) ?? []).some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, to, seen);
    });
  const looped = [...edges.keys()].filter((name) => reaches(name, name, new Set()));
  if (looped.length === 0) return [];
  return [
    [
      `There is a cycle in the container dependencies: ${looped.join(", ")}.`,
      "Let one of them start without waiting.",
    ],
  ];
}

function problemsOf(container: Values, values: Values, containers: readonly Values[]): readonly Problem[] {
  const name = nameOf(container);
  const problems: Problem[] = [];
  if (name === "")
    problems.push(["Container.name should not be null or empty.", "Give each container a name."]);
  if (isAbsent(container, "image"))
    problems.push(["Container.image should not be null or empty.", `Set the image of container '${name}'.`]);
  if (text(values, "network_mode") === "awsvpc" && items(container, "portMappings").some(isForwarded))
    problems.push([
      "When networkMode=awsvpc, the host ports and container ports in port mappings must match.",
      `Leave out hostPort of container '${name}'.`,
    ]);
  if (!isAbsent(container, "secrets") && isAbsent(values, "execution_role_arn"))
    problems.push([
      "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
      "Set execution_role_arn to a role that may read the secrets.",
    ]);
  for (const volume of unknownVolumes(container, values))
    problems.push([
      `Unknown volume '${volume}'.`,
      `Add a volume block for it to the task definition, or correct the mount point of container '${name}'.`,
    ]);
  for (const other of dependenciesOf(container).filter(
    (needed) => !containers.some((one) => nameOf(one) === needed),
  ))
    problems.push([
      `Container '${name}' depends on container '${other}', which does not exist in the task definition.`,
      "Correct dependsOn.",
    ]);
  return problems;
}

function isForwarded(mapping: Values): boolean {
  const host = number(mapping, "hostPort") ?? 0;
  return host !== 0 && host !== number(mapping, "containerPort");
}

function unknownVolumes(container: Values, values: Values): readonly string[] {
  const volumes = items(values, "volume");
  // A volume whose name is unknown may be the one.
  if (volumes.some((volume) => text(volume, "name") === undefined)) return [];
  return items(container, "mountPoints")
    .flatMap((mount) => text(mount, "sourceVolume") ?? [])
    .filter((name) => !volumes.some((volume) => text(volume, "name") === name));
}

function dependenciesOf(container: Values): readonly string[] {
  return items(container, "dependsOn").flatMap((dependency) => text(dependency, "containerName") ?? []);
}

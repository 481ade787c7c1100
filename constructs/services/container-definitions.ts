import type { ContainerDefinition } from "../../contract/container-definition";
import { literalJson, literalText, literalTextAroundReferences } from "../text/literal-text";

/** What the library adds to the containers that application developers declare. */
export interface ContainerAdditions {
  /** Name of the application container. */
  readonly service: string;
  /** Image of the application container where it names none. */
  readonly image: string;
  /** Port the application listens on; undefined for workers. */
  readonly port?: number;
  /** Variables by name, added to the application container; typed references in values resolve, `${…}` does not. */
  readonly variables: Readonly<Record<string, string>>;
  /** Secrets by variable name: ARN of a secret or parameter. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly logGroupName: string;
  readonly region: string;
  readonly stopTimeoutSeconds: number;
}

/** The volume every task has: a writable `/tmp` for containers whose root file system is read-only. */
export const temporaryVolume = "tmp";

/**
 * Completes container definitions: image, port, variables, secrets, log configuration, read-only root file system with
 * a writable `/tmp`. Text that people wrote is escaped; references in additions resolve.
 *
 * Lists are sorted by name, so that the same containers give the same bytes.
 */
export function completeContainers(
  containers: readonly ContainerDefinition[],
  additions: ContainerAdditions,
): Record<string, unknown>[] {
  return containers.map((container) => completeContainer(container, additions));
}

function completeContainer(
  container: ContainerDefinition,
  additions: ContainerAdditions,
): Record<string, unknown> {
  const isApplication = container.name === additions.service;
  const { name, image, essential, environment, secrets, portMappings, ...rest } = escape(container);
  return {
    name,
    image: image ?? literalTextAroundReferences(additions.image),
    essential: essential ?? true,
    portMappings: orAbsent(ports(portMappings, isApplication ? additions.port : undefined)),
    environment: orAbsent(
      byName([...(environment ?? []), ...(isApplication ? pairs(additions.variables, "value") : [])]),
    ),
    secrets: orAbsent(
      byName([...(secrets ?? []), ...(isApplication ? pairs(additions.secrets, "valueFrom") : [])]),
    ),
    ...rest,
    ...rootFilesystem(container),
    stopTimeout: container.stopTimeout ?? (isApplication ? additions.stopTimeoutSeconds : undefined),
    logConfiguration: rest["logConfiguration"] ?? logConfiguration(additions),
  };
}

/** The same container with every text escaped; its shape is unchanged. */
function escape(container: ContainerDefinition): ContainerDefinition {
  const escaped: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(container)) escaped[field] = literalJson(value);
  return { ...escaped, name: literalText(container.name) };
}

function ports(declared: ContainerDefinition["portMappings"], port: number | undefined) {
  const mappings = declared ?? (port === undefined ? [] : [{ containerPort: port }]);
  return mappings.map((mapping) => ({
    ...mapping,
    hostPort: mapping.containerPort,
    protocol: mapping.protocol ?? "tcp",
  }));
}

function pairs<Key extends string>(values: Readonly<Record<string, string>>, key: Key) {
  return Object.entries(values).map(([name, value]) => ({
    name: literalText(name),
    [key]: literalTextAroundReferences(value),
  }));
}

/** Empty lists are left out: ECS does not return them, and a plan would show a change for ever. */
function orAbsent<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** @see https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-5 */
function rootFilesystem(container: ContainerDefinition) {
  const isReadonly = container.readonlyRootFilesystem ?? true;
  const declared = Array.isArray(container["mountPoints"]) ? container["mountPoints"] : [];
  const temporary = { sourceVolume: temporaryVolume, containerPath: "/tmp", readOnly: false };
  return {
    readonlyRootFilesystem: isReadonly,
    mountPoints: isReadonly && declared.length === 0 ? [temporary] : orAbsent(declared.map(literalJson)),
  };
}

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */
function logConfiguration({ service, logGroupName, region }: ContainerAdditions) {
  return {
    logDriver: "awslogs",
    options: {
      "awslogs-group": logGroupName,
      "awslogs-region": region,
      "awslogs-stream-prefix": service,
    },
  };
}

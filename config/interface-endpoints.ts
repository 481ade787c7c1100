import type { InterfaceEndpointService } from "./environment";
import type { EnvironmentDraft, ServiceDraft } from "./draft";

/**
 * AWS services that the tasks of an environment need, with those it asks for. They are used with a NAT too: traffic to
 * AWS stays private, and a broken NAT does not keep tasks from starting.
 */
export function interfaceEndpoints({
  network,
  services,
}: EnvironmentDraft): readonly InterfaceEndpointService[] {
  const all = [...(services?.values() ?? [])];
  const needed: readonly (readonly [InterfaceEndpointService, boolean])[] = [
    ["ecr.api", true],
    ["ecr.dkr", true],
    ["logs", true],
    ["secretsmanager", all.some(usesSecretsManager)],
    ["ssm", all.some(usesParameters)],
    ["ssmmessages", all.some(({ exec }) => exec)],
    ["kms", all.some(({ exec }) => exec)],
  ];
  const names = needed.flatMap(([name, isNeeded]) => (isNeeded ? [name] : []));
  return [...new Set([...names, ...(network.endpoints ?? [])])];
}

/** The password of a database is a secret of Secrets Manager. */
function usesSecretsManager(service: ServiceDraft): boolean {
  const usesDatabase = service.databases !== undefined && service.databases.length > 0;
  return usesDatabase || secretReferences(service).some((reference) => reference.startsWith(secretArn));
}

function usesParameters(service: ServiceDraft): boolean {
  return secretReferences(service).some((reference) => !reference.startsWith(secretArn));
}

const secretArn = "arn:aws:secretsmanager:";

/** What the secrets of all containers refer to: ARNs, or names of parameters. */
export function secretReferences({ containers = [] }: Pick<ServiceDraft, "containers">): readonly string[] {
  return containers.flatMap(({ secrets = [] }) => secrets.map(({ valueFrom }) => valueFrom));
}

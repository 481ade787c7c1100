import {
  type DeclaredPath,
  declarationKey,
  type EnvironmentDeclaration,
} from "../contract/environment-declaration";
import { type Environment, type ServiceSettings } from "../config/environment";
import { type AccountStack } from "./account-stack";

/**
 * Notes in a stack's JSON what the environment file declares, so that whoever has only the synthesized files can tell
 * a path that was meant from one that was not.
 */
export function declarePaths(stack: AccountStack, environment: Environment): void {
  const declaration: EnvironmentDeclaration = {
    version: 1,
    production: environment.production,
    paths: Object.entries(environment.services).flatMap(([name, service]) =>
      pathsOf(environment, name, service),
    ),
  };
  stack.addOverride(`//.${declarationKey}`, declaration);
}

function pathsOf(environment: Environment, name: string, service: ServiceSettings): DeclaredPath[] {
  const from = `service.${name}`;
  return [
    ...(service.kind === "frontend"
      ? [
          {
            from: "internet",
            to: from,
            port: service.port,
            through: "balancer.public",
            reason: `${name} is a frontend`,
          },
        ]
      : []),
    ...service.calls.map((callee) => ({
      from,
      to: `service.${callee}`,
      port: portOf(environment, callee),
      through: "balancer.internal",
      reason: `${name} calls ${callee}`,
    })),
    ...service.databases.map((database) => ({
      from,
      to: `database.${database}`,
      port: databasePort(environment, database),
      reason: `${name} uses the database ${database}`,
    })),
    ...service.outbound.map(({ to, port, reason }) => ({ from, to, port, reason })),
  ];
}

function portOf({ services, name }: Environment, callee: string): number {
  const service = services[callee];
  if (service?.kind !== "backend") throw new Error(`${name} has no backend ${callee}`);
  return service.port;
}

function databasePort({ databases, name }: Environment, database: string): number {
  const settings = databases[database];
  if (!settings) throw new Error(`${name} has no database ${database}`);
  return settings.port;
}

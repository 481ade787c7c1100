import { databaseVariables } from "../config/generated-variables";
import type { Database } from "../constructs/data/database";
import type { ServiceSecret } from "../constructs/services/service-roles";

/** A database with the name that its variables start with. */
export type UsedDatabase = readonly [name: string, database: Database];

/** Where to find the databases, as container variables. */
export function databaseVariableValues(databases: readonly UsedDatabase[]): Record<string, string> {
  return Object.fromEntries(
    databases.flatMap(([name, database]) => {
      const variables = databaseVariables(name);
      return [
        [variables.host, database.host],
        [variables.port, String(database.port)],
        [variables.name, database.databaseName],
      ];
    }),
  );
}

/** Who to connect as: fields of the secret that RDS keeps. */
export function databaseSecrets(databases: readonly UsedDatabase[]): Record<string, ServiceSecret> {
  return Object.fromEntries(
    databases.flatMap(([name, { secretArn, encryptionKeyArn }]) => {
      const variables = databaseVariables(name);
      const field = (key: string): ServiceSecret => ({
        valueFrom: `${secretArn}:${key}::`,
        resourceArn: secretArn,
        encryptionKeyArn,
      });
      return [
        [variables.username, field("username")],
        [variables.password, field("password")],
      ];
    }),
  );
}

import type { Problem } from "../../problems/problem";
import type { DatabaseDraft, EnvironmentDraft, ServiceDraft } from "../draft";
import { fieldPath } from "../../problems/field-path";

/** A rule between fields. It says nothing about fields that are unknown: those were reported already. */
export type EnvironmentCheck = (environment: EnvironmentDraft) => readonly Problem[];

/** A rule about each service; `where` is the path of the service. */
export function forEachService(
  find: (service: ServiceDraft, where: string, environment: EnvironmentDraft) => readonly Problem[],
): EnvironmentCheck {
  return (environment) =>
    [...(environment.services ?? [])].flatMap(([name, service]) =>
      find(service, fieldPath("services", [name]), environment),
    );
}

/** A rule about each database by itself; `where` is the path of the database. */
export function forEachDatabase(
  find: (database: DatabaseDraft, where: string) => readonly Problem[],
): EnvironmentCheck {
  return ({ databases }) =>
    [...(databases ?? [])].flatMap(([name, database]) => find(database, fieldPath("databases", [name])));
}

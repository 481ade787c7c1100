import type { Problem } from "../../problems/problem";
import type { DatabaseDraft, EnvironmentDraft, ServiceDraft } from "../draft";
import { fieldPath } from "../parsing/field-path";

/** A rule between fields. It says nothing about fields that are unknown: those were reported already. */
export type EnvironmentCheck = (environment: EnvironmentDraft) => readonly Problem[];

/** A rule about each service by itself; `where` is the path of the service. */
export function forEachService(
  find: (service: ServiceDraft, name: string, where: string) => readonly Problem[],
): EnvironmentCheck {
  return ({ services }) =>
    [...(services ?? [])].flatMap(([name, service]) => find(service, name, fieldPath("services", [name])));
}

/** A rule about each database by itself; `where` is the path of the database. */
export function forEachDatabase(
  find: (database: DatabaseDraft, name: string, where: string) => readonly Problem[],
): EnvironmentCheck {
  return ({ databases }) =>
    [...(databases ?? [])].flatMap(([name, database]) =>
      find(database, name, fieldPath("databases", [name])),
    );
}

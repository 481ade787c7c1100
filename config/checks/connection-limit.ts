import { maxConnections, reservedConnections } from "../../limits/database-connections";
import type { DatabaseDraft } from "../draft";
import { fieldPath } from "../../problems/field-path";
import type { Problem } from "../../problems/problem";
import type { EnvironmentCheck } from "./environment-check";

/** A deploy runs twice the tasks for a while, each with its pool of connections. */
export const connectionLimit: EnvironmentCheck = ({ databases, services }) =>
  [...(databases ?? [])].flatMap(([name, database]): Problem[] => {
    const most = connectionsOf(database);
    if (most === undefined) return [];
    const users = [...(services ?? [])].filter(([, service]) => service.databases?.includes(name));
    const needs = users.map(([user, { scaling, connectionsPerTask }]) => ({
      user,
      connections: 2 * (scaling?.maxTasks ?? 0) * (connectionsPerTask ?? 0),
    }));
    const needed = needs.reduce((total, { connections }) => total + connections, 0);
    const free = Math.max(0, most - reservedConnections);
    if (needed <= free) return [];
    const parts = needs.map(({ user, connections }) => `${user} ${connections}`).join(", ");
    return [
      {
        where: fieldPath("databases", [name, "instanceClass"]),
        must: `must allow ${needed} connections, maxTasks × 200 % × connectionsPerTask (${parts})`,
        got: `${database.instanceClass} with ${free} free`,
        advice: "Choose a larger class, or lower maxTasks or connectionsPerTask of these services.",
      },
    ];
  });

function connectionsOf({ engine, instanceClass, maxConnections: given }: DatabaseDraft): number | undefined {
  if (given !== "by-class") return given;
  return engine === undefined || instanceClass === undefined
    ? undefined
    : maxConnections(engine, instanceClass);
}

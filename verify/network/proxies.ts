import { type EnvironmentFiles } from "../estate/estate";
import { isUnset } from "../values/plain-values";
import { type Value } from "../values/value";
import { resourceOf } from "./identity";
import { type Forward, type NetworkNode } from "./network";
import { allPorts } from "./ports";

/** What RDS proxies pass on. @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.html */
export function readProxies(
  environment: EnvironmentFiles,
  byPlace: ReadonlyMap<string, NetworkNode>,
): readonly Forward[] {
  const named = (types: readonly string[], attribute: string, value: Value | undefined) => {
    if (isUnset(value)) return undefined;
    const resource =
      resourceOf(value) ?? environment.all(...types).find(({ values }) => values[attribute] === value);
    return byPlace.get(resource?.place ?? "");
  };
  return environment.all("aws_db_proxy_target").flatMap((resource): Forward[] => {
    const { db_proxy_name: name, db_instance_identifier: one, db_cluster_identifier: many } = resource.values;
    const balancer = named(["aws_db_proxy"], "name", name);
    const target =
      named(["aws_db_instance"], "identifier", one) ?? named(["aws_rds_cluster"], "cluster_identifier", many);
    if (!balancer || !target) return [];
    const evidence = [{ step: "listener", resource, text: `passes on to ${target.name}` } as const];
    const ports = { listenerPorts: allPorts, targetPorts: allPorts };
    return [{ balancer, target, ...ports, preservesClient: false, conditions: [], evidence }];
  });
}

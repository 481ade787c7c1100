import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { isUnset } from "../../values/plain-values";
import { Unknown, type Value } from "../../values/value";
import { attachedTo } from "../attached-to";

/** Attributes by which a database takes its data, user and backups from another one. */
const copying = ["replicate_source_db", "replication_source_identifier"];

/** Whether a database has data of its own, and is no replica of another; also when the files do not tell it. */
export function isPrimary({ values }: Resource): boolean {
  return copying.every((name) => !isSet(values[name]));
}

/** The instances of a cluster. */
export function instancesOf(cluster: Resource, environment: EnvironmentFiles): readonly Resource[] {
  const instances = environment.all("aws_rds_cluster_instance");
  return attachedTo(cluster, instances, { by: "cluster_identifier", name: "cluster_identifier" });
}

/**
 * Whether a resource decides an attribute that may be set for a cluster or for each of its instances.
 *
 * A Multi-AZ cluster, which has `db_cluster_instance_class`, has no instances of its own in Terraform.
 */
export function decides(attribute: string): (resource: Resource, environment: EnvironmentFiles) => boolean {
  return (resource, environment) => {
    if (resource.type === "aws_rds_cluster") return isSetForCluster(resource, attribute);
    return !environment
      .all("aws_rds_cluster")
      .some(
        (cluster) =>
          isSetForCluster(cluster, attribute) && instancesOf(cluster, environment).includes(resource),
      );
  };
}

function isSetForCluster({ values }: Resource, attribute: string): boolean {
  return !isUnset(values[attribute]) || isMultiZoneCluster(values);
}

/** Whether a cluster spans zones by its kind: not Aurora, with two standbys. */
export function isMultiZoneCluster(values: Resource["values"]): boolean {
  return isSet(values["db_cluster_instance_class"]);
}

/** Whether there is certainly a value: what the files do not tell may be null. */
function isSet(value: Value | undefined): boolean {
  return !isUnset(value) && !(value instanceof Unknown);
}

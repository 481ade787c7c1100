import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { blocksOf } from "../../values/plain-values";
import { pointsTo } from "../../values/points-to";
import { attributeOf } from "../attribute-rule";
import { keepsLogs } from "../storage/log-buckets";

/**
 * What production must not lose by an apply: data, keys, images and names that the files cannot make again, and the VPC and
 * the services, without which everything stands still. The other types of `terraform/summary/stateful-types.ts` fill again
 * (caches, log groups), or AWS refuses to delete them in use or under their own deletion protection (subnets, clusters, balancers).
 */
export const keptTypes: readonly string[] = [
  "aws_cognito_user_pool",
  "aws_db_instance",
  "aws_docdb_cluster",
  "aws_dynamodb_table",
  "aws_ecr_repository",
  "aws_ecs_service",
  "aws_efs_file_system",
  "aws_kms_key",
  "aws_neptune_cluster",
  "aws_opensearch_domain",
  "aws_rds_cluster",
  "aws_route53_zone",
  "aws_s3_bucket",
  "aws_secretsmanager_secret",
  "aws_vpc",
];

/** Exceptions: what looks like them and holds nothing of its own. */
const holdsNothing: Readonly<Record<string, (resource: Resource, environment: EnvironmentFiles) => boolean>> =
  {
    // S3 deletes no bucket with objects in it, unless `force_destroy` says so.
    aws_s3_bucket: (bucket, environment) =>
      keepsLogs(bucket, environment) && String(bucket.values["force_destroy"] ?? false) === "false",
    // A private zone is made again with the same records; only a public one gets other name servers.
    aws_route53_zone: ({ values }) => blocksOf(values, "vpc").length > 0,
  };

/** Whether an apply must not be able to destroy a resource: in production, and everywhere what holds production's images. */
export function mustBeKept(resource: Resource, environment: EnvironmentFiles): boolean {
  const isHere = environment.isProduction || holdsImages(resource, environment);
  return isHere && !holdsNothing[resource.type]?.(resource, environment);
}

/** A repository, mostly of a tooling account, or the key without which its images cannot be read. */
function holdsImages(resource: Resource, environment: EnvironmentFiles): boolean {
  return environment
    .all("aws_ecr_repository")
    .some(
      (repository) =>
        repository === resource ||
        pointsTo(attributeOf(repository.values, "encryption_configuration.kms_key"), resource),
    );
}

import { type EnvironmentFiles } from "../../estate/estate";
import { type Resource } from "../../estate/resource";
import { blocksOf } from "../../values/plain-values";
import { keepsLogs } from "../storage/log-buckets";

/**
 * What production must not lose by an apply: of the types in `terraform/summary/stateful-types.ts` those that cannot be
 * made again from the files, and whose loss AWS itself does not refuse while they are in use. So neither caches nor log
 * groups, and no balancers, clusters and subnets, which AWS protects.
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

/**
 * Whether an apply must not be able to destroy a resource: in production, and repositories everywhere, for they hold what
 * production runs.
 */
export function mustBeKept(resource: Resource, environment: EnvironmentFiles): boolean {
  const isHere = environment.isProduction || resource.type === "aws_ecr_repository";
  return isHere && !holdsNothing[resource.type]?.(resource, environment);
}

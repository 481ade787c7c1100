import { attributeRule, isTrue } from "../attribute-rule";

const must = "must be true";

export const cachesAreEncrypted = attributeRule({
  id: "caches-are-encrypted",
  title: "Caches are encrypted, at rest and in transit",
  severity: "error",
  controls: ["ElastiCache.4", "ElastiCache.5", "CKV_AWS_29", "CKV_AWS_30"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html#elasticache-4",
  why: "Caches hold sessions and copies of the database's rows; without encryption they pass the network and lie on disks readable.",
  fix: "Set `at_rest_encryption_enabled = true` and `transit_encryption_enabled = true`.",
  types: ["aws_elasticache_replication_group"],
  attribute: "at_rest_encryption_enabled",
  must,
  default: false,
  holds: isTrue,
  also: [{ attribute: "transit_encryption_enabled", must, default: false, holds: isTrue }],
});

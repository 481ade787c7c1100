import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

/** EFS and DynamoDB have no `APIReference` folder: their guides hold the pages of the calls. */
export const storageReplacements: readonly ReplacementRow[] = [
  ...rowsOf("efs/latest/ug", {
    aws_efs_file_system: [
      "UpdateFileSystem",
      "availability_zone_name",
      "creation_token",
      "encrypted",
      "kms_key_id",
      "performance_mode",
    ],
    aws_efs_mount_target: [
      "ModifyMountTargetSecurityGroups",
      "file_system_id",
      "ip_address",
      "ip_address_type",
      "ipv6_address",
      "subnet_id",
    ],
    aws_efs_access_point: ["CreateAccessPoint", "file_system_id", "posix_user", "root_directory"],
    aws_efs_file_system_policy: ["PutFileSystemPolicy", "file_system_id"],
  }),
  ...rowsOf("amazondynamodb/latest", {
    aws_dynamodb_table: [
      "UpdateTable",
      "name",
      "hash_key",
      "range_key",
      "local_secondary_index",
      "import_table",
    ],
  }),
  ...rowsOf("aws-backup/latest/devguide", {
    aws_backup_vault: ["CreateBackupVault", "name", "kms_key_arn"],
    aws_backup_selection: [
      "CreateBackupSelection",
      "condition",
      "iam_role_arn",
      "name",
      "not_resources",
      "plan_id",
      "resources",
      "selection_tag",
    ],
  }),
];

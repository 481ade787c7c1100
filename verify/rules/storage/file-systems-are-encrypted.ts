import { attributeRule, isTrue } from "../attribute-rule";

export const fileSystemsAreEncrypted = attributeRule({
  id: "file-systems-are-encrypted",
  title: "File systems are encrypted",
  severity: "error",
  controls: ["EFS.1", "CKV_AWS_42"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html#efs-1",
  why: "Files and backups are readable without a key; AWS cannot encrypt a file system afterwards.",
  fix: "Set `encrypted = true` before the file system is created; later its files have to be copied to a new one.",
  types: ["aws_efs_file_system"],
  attribute: "encrypted",
  must: "must be true",
  default: false,
  holds: isTrue,
});

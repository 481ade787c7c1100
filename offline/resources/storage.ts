import { text } from "../values/reading";
import { type Values } from "../values/value";
import { addedTo } from "./added-blocks";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { addressIn } from "./made-up-addresses";
import { generatedName, madeAt, templatedBehaviour } from "./templated-behaviour";

const fileSystem = templatedBehaviour(
  "aws_efs_file_system",
  {
    id: "fs-0{hex:16}",
    arn: "arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{id}",
    dns_name: "{id}.efs.{region}.{dnsSuffix}",
    creation_token: generatedName("creation_token"),
    encrypted: false,
    performance_mode: "generalPurpose",
    owner_id: "{account}",
    number_of_mount_targets: 0,
    size_in_bytes: () => [{ value: 6144, value_in_ia: 0, value_in_standard: 6144 }],
    protection: addedTo("protection", { replication_overwrite: "ENABLED" }),
  },
  { computedBlocks: ["protection"] },
);

const mountTarget = templatedBehaviour("aws_efs_mount_target", {
  id: "fsmt-0{hex:16}",
  file_system_arn: "arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{file_system_id}",
  dns_name: "{file_system_id}.efs.{region}.{dnsSuffix}",
  availability_zone_name: (known, aws) => text(subnetOf(known, aws), "availability_zone") ?? `${aws.region}a`,
  availability_zone_id: (known, aws) => text(subnetOf(known, aws), "availability_zone_id") ?? "",
  mount_target_dns_name: "{availability_zone_name}.{dns_name}",
  network_interface_id: "eni-0{hex:16}",
  owner_id: "{account}",
  ip_address: (known, aws) => addressIn(text(subnetOf(known, aws), "cidr_block") ?? "", aws),
  ip_address_type: "IPV4_ONLY",
});

function subnetOf(known: Values, { cloud }: AwsContext): Values {
  return cloud.find("aws_subnet", "id", text(known, "subnet_id") ?? "")?.values ?? {};
}

const accessPoint = templatedBehaviour(
  "aws_efs_access_point",
  {
    id: "fsap-0{hex:16}",
    arn: "arn:{partition}:elasticfilesystem:{region}:{account}:access-point/{id}",
    file_system_arn: "arn:{partition}:elasticfilesystem:{region}:{account}:file-system/{file_system_id}",
    owner_id: "{account}",
  },
  { computedBlocks: ["root_directory"] },
);

const fileSystemPolicy = templatedBehaviour("aws_efs_file_system_policy", { id: "{file_system_id}" });

const table = templatedBehaviour(
  "aws_dynamodb_table",
  {
    arn: "arn:{partition}:dynamodb:{region}:{account}:table/{name}",
    id: "{name}",
    stream_label: (known) => (known["stream_enabled"] === true ? madeAt.replace("Z", ".000") : ""),
    stream_arn: (known) =>
      known["stream_enabled"] === true
        ? `${text(known, "arn") ?? ""}/stream/${text(known, "stream_label") ?? ""}`
        : "",
    read_capacity: 0,
    write_capacity: 0,
  },
  {
    computedBlocks: ["point_in_time_recovery", "server_side_encryption", "ttl", "warm_throughput"],
  },
);

const backupVault = templatedBehaviour("aws_backup_vault", {
  arn: "arn:{partition}:backup:{region}:{account}:backup-vault:{name}",
  id: "{name}",
  kms_key_arn: "arn:{partition}:kms:{region}:{account}:key/{uuid}",
  recovery_points: 0,
});

/** Every change of a plan makes a new version of it. */
const backupPlan = templatedBehaviour(
  "aws_backup_plan",
  {
    id: "{uuid}",
    arn: "arn:{partition}:backup:{region}:{account}:backup-plan:{id}",
    version: "{alphanumeric:48}",
  },
  {
    changedByUpdate: ["version"],
    update: (before, _given, aws) => ({ version: aws.hex(48, `after ${text(before, "version") ?? ""}`) }),
  },
);

const backupSelection = templatedBehaviour(
  "aws_backup_selection",
  { id: "{uuid}", not_resources: [] },
  { importId: "{plan_id}|{id}" },
);

export const storageBehaviours: readonly ResourceBehaviour[] = [
  fileSystem,
  mountTarget,
  accessPoint,
  fileSystemPolicy,
  table,
  backupVault,
  backupPlan,
  backupSelection,
];

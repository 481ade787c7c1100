import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const serverReplacements: readonly ReplacementRow[] = rowsOf("AWSEC2/latest", {
  aws_instance: [
    "RunInstances",
    "ami",
    "associate_public_ip_address",
    "availability_zone",
    "enclave_options",
    "ephemeral_block_device",
    "hibernation",
    "host_resource_group_arn",
    "key_name",
    "network_interface",
    "placement_group",
    "private_ip",
    "root_block_device.encrypted",
    "root_block_device.kms_key_id",
    "security_groups",
    "subnet_id",
  ],
  aws_network_interface: ["ModifyNetworkInterfaceAttribute", "interface_type", "subnet_id"],
  aws_launch_template: ["ModifyLaunchTemplate", "name", "name_prefix"],
  aws_key_pair: ["ImportKeyPair", "key_name", "key_name_prefix", "public_key"],
  aws_ebs_volume: [
    "ModifyVolume",
    "availability_zone",
    "encrypted",
    "kms_key_id",
    "multi_attach_enabled",
    "outpost_arn",
    "snapshot_id",
    "volume_initialization_rate",
  ],
  aws_volume_attachment: ["AttachVolume", "device_name", "instance_id", "volume_id"],
});

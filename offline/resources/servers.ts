import { asked } from "../values/reading";
import { type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { ec2Kind } from "./ec2-kind";
import { addressIn, privateHost, publicAddress, publicHost } from "./made-up-addresses";
import { ec2Id, madeUp, nameOrPrefixed } from "./made-up-ids";
import { madeAt } from "./templated-behaviour";

/** Where a server stands, by its subnet. */
function place(given: Values, aws: AwsContext) {
  const subnet = aws.cloud.find("aws_subnet", "id", asked(given, "subnet_id"))?.values ?? {};
  const vpc = aws.cloud.find("aws_vpc", "id", asked(subnet, "vpc_id"))?.values ?? {};
  return {
    zone: asked(subnet, "availability_zone") || `${aws.region}a`,
    address: addressIn(asked(subnet, "cidr_block"), aws),
    isPublic: subnet["map_public_ip_on_launch"] === true,
    groups: [asked(vpc, "default_security_group_id")].filter((group) => group !== ""),
  };
}

/** @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
const instance = ec2Kind(
  "aws_instance",
  "i instance",
  (given, aws) => {
    const { zone, address, isPublic, groups } = place(given, aws);
    const hasPublic = given["associate_public_ip_address"] ?? isPublic;
    const publicIp = hasPublic === true ? publicAddress(aws) : "";
    return {
      associate_public_ip_address: hasPublic,
      availability_zone: zone,
      instance_initiated_shutdown_behavior: "stop",
      instance_state: "running",
      primary_network_interface_id: ec2Id("eni", aws),
      private_dns: address === "" ? "" : privateHost(address, aws),
      private_ip: address,
      public_dns: publicIp === "" ? "" : publicHost(publicIp, aws),
      public_ip: publicIp,
      subnet_id: "",
      tenancy: "default",
      vpc_security_group_ids: groups,
      root_block_device: [
        {
          device_name: "/dev/xvda",
          volume_id: ec2Id("vol", aws),
          volume_size: 8,
          volume_type: "gp3",
          iops: 3000,
        },
      ],
    };
  },
  {
    computedBlocks: [
      "capacity_reservation_specification",
      "cpu_options",
      "ebs_block_device",
      "enclave_options",
      "ephemeral_block_device",
      "instance_market_options",
      "maintenance_options",
      "metadata_options",
      "network_interface",
      "primary_network_interface",
      "private_dns_name_options",
      "root_block_device",
    ],
  },
);

const networkInterface = ec2Kind(
  "aws_network_interface",
  "eni network-interface",
  (given, aws) => {
    const { address, groups } = place(given, aws);
    const pairs = aws.hex(10, "MAC address").match(/../g) ?? [];
    return {
      interface_type: "interface",
      mac_address: ["02", ...pairs].join(":"),
      private_dns_name: address === "" ? "" : privateHost(address, aws),
      private_ip: address,
      private_ip_list: [address],
      private_ips: [address],
      security_groups: groups,
    };
  },
  { computedBlocks: ["attachment"] },
);

/** Every change makes a version. @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplateVersion.html */
const launchTemplate = ec2Kind(
  "aws_launch_template",
  "lt launch-template",
  (given, aws) => ({
    default_version: 1,
    latest_version: 1,
    name: nameOrPrefixed(given, aws),
    name_prefix: "",
  }),
  {
    changedByUpdate: ["latest_version"],
    update: (before) => ({ latest_version: Number(before["latest_version"] ?? 1) + 1 }),
    computedBlocks: ["metadata_options"],
  },
);

const keyPair: ResourceBehaviour = {
  type: "aws_key_pair",
  create(given, aws) {
    const name =
      asked(given, "key_name") || nameOrPrefixed({ name_prefix: given["key_name_prefix"] ?? null }, aws);
    return {
      id: name,
      arn: arn(aws, "ec2", `key-pair/${name}`),
      fingerprint: (aws.hex(32, "fingerprint").match(/../g) ?? []).join(":"),
      key_name: name,
      key_name_prefix: "",
      key_pair_id: ec2Id("key", aws),
      key_type: asked(given, "public_key").startsWith("ssh-ed25519") ? "ed25519" : "rsa",
    };
  },
};

const volume = ec2Kind("aws_ebs_volume", "vol volume", (given) => ({
  create_time: madeAt,
  encrypted: false,
  iops: asked(given, "type") === "gp3" ? 3000 : 100,
  throughput: asked(given, "type") === "gp3" ? 125 : 0,
  size: 8,
  type: "gp2",
}));

const volumeAttachment: ResourceBehaviour = {
  type: "aws_volume_attachment",
  create: (_given, aws) => ({ id: `vai-${madeUp("digits", 10, aws)}` }),
  importId: (values) =>
    ["device_name", "volume_id", "instance_id"].map((name) => asked(values, name)).join(":"),
};

export const serverBehaviours: readonly ResourceBehaviour[] = [
  instance,
  networkInterface,
  launchTemplate,
  keyPair,
  volume,
  volumeAttachment,
];

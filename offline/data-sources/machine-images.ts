import { type AwsContext } from "../resources/behaviour";
import { asItems, asText, asTexts } from "../values/reading";
import { type Values } from "../values/value";
import { type DataSource } from "./data-source";
import { stableHex } from "./stable-ids";

/** Accounts behind the names that people write into `owners`. */
const owners: Readonly<Record<string, string>> = {
  amazon: "137112412989",
  "aws-marketplace": "679593333241",
};

/** Id of an image that is assumed to exist, the same whenever someone asks for the same thing in the same region. */
export function assumedImageId({ region }: AwsContext, asked: string): string {
  return `ami-0${stableHex(16, "ami", region, asked)}`;
}

/** Any image that somebody filters for exists; which one is newest, only AWS knows. */
const image: DataSource = {
  type: "aws_ami",
  read(configuration, aws) {
    const filters = new Map(
      asItems(configuration["filter"]).map((filter) => [
        asText(filter["name"]) ?? "",
        asTexts(filter["values"]),
      ]),
    );
    const pattern = filters.get("name")?.[0] ?? asText(configuration["name_regex"]) ?? "offline";
    const name = pattern.replace(/\*+/g, "20250101").replace(/[^A-Za-z0-9 ().\-/_,]/g, "");
    const architecture =
      filters.get("architecture")?.[0] ?? (/arm64|aarch64/.test(pattern) ? "arm64" : "x86_64");
    const asked = asTexts(configuration["owners"])[0] ?? "amazon";
    const owner = asked === "self" ? aws.account : (owners[asked] ?? asked);
    const id =
      filters.get("image-id")?.[0] ??
      assumedImageId(aws, JSON.stringify([...filters].sort()) + pattern + owner);
    return {
      assumed: `AMI "${name}" (${architecture})`,
      values: {
        ...shape(filters),
        id,
        image_id: id,
        name,
        architecture,
        ...ownedBy(owner, asked, name, id, aws),
      },
    };
  },
};

function ownedBy(owner: string, asked: string, name: string, id: string, aws: AwsContext): Values {
  return {
    arn: `arn:${aws.partition}:ec2:${aws.region}::image/${id}`,
    owner_id: owner,
    image_owner_alias: asked in owners ? asked : "",
    image_location: `${asked in owners ? asked : owner}/${name}`,
    description: "Assumed by the offline provider",
    public: asked !== "self",
    root_snapshot_id: `snap-0${stableHex(16, "snapshot", id)}`,
  };
}

function shape(filters: ReadonlyMap<string, readonly string[]>): Values {
  return {
    creation_date: "2025-01-01T00:00:00.000Z",
    deprecation_time: "2027-01-01T00:00:00.000Z",
    block_device_mappings: [],
    boot_mode: "uefi-preferred",
    ena_support: true,
    hypervisor: "xen",
    image_type: "machine",
    imds_support: "v2.0",
    platform: "",
    platform_details: "Linux/UNIX",
    product_codes: [],
    root_device_name: "/dev/xvda",
    root_device_type: filters.get("root-device-type")?.[0] ?? "ebs",
    sriov_net_support: "simple",
    state: "available",
    state_reason: {},
    tags: {},
    usage_operation: "RunInstances",
    virtualization_type: filters.get("virtualization-type")?.[0] ?? "hvm",
  };
}

/** Gibibytes of memory per virtual processor. Small burstable sizes have rows of their own. */
const families: Readonly<
  Record<string, { readonly ratio: number; readonly architecture: "x86_64" | "arm64" }>
> = {
  ...familiesOf(2, "x86_64", "c5 c5a c5n c6a c6i c7a c7i"),
  ...familiesOf(2, "arm64", "c6g c6gn c7g c8g"),
  ...familiesOf(4, "x86_64", "m5 m5a m6a m6i m7a m7i t3 t3a"),
  ...familiesOf(4, "arm64", "m6g m7g m8g t4g"),
  ...familiesOf(8, "x86_64", "r5 r5a r6a r6i r7a r7i"),
  ...familiesOf(8, "arm64", "r6g r7g r8g"),
};

function familiesOf(ratio: number, architecture: "x86_64" | "arm64", names: string): typeof families {
  return Object.fromEntries(names.split(" ").map((name) => [name, { ratio, architecture }]));
}

const processors: Readonly<Record<string, number>> = {
  medium: 1,
  large: 2,
  xlarge: 4,
  "2xlarge": 8,
  "4xlarge": 16,
  "8xlarge": 32,
  "12xlarge": 48,
  "16xlarge": 64,
  "24xlarge": 96,
};

/** Two processors and this much memory, in MiB. */
const burstableMemory: Readonly<Record<string, number>> = {
  nano: 512,
  micro: 1024,
  small: 2048,
  medium: 4096,
};

/** @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html */
const instanceType: DataSource = {
  type: "aws_ec2_instance_type",
  read(configuration) {
    const asked = asText(configuration["instance_type"]) ?? "";
    const [familyName = "", size = ""] = asked.split(".");
    const family = families[familyName];
    const isBurstable = familyName.startsWith("t");
    const memory = isBurstable ? burstableMemory[size] : undefined;
    const count = memory === undefined ? processors[size] : 2;
    if (
      !family ||
      count === undefined ||
      (size === "medium" && !isBurstable && family.architecture === "x86_64")
    ) {
      return {
        refusal: {
          code: "InvalidInstanceType",
          message: `The following supplied instance types do not exist: [${asked}]`,
          advice: `Offline, types of these families are known: ${Object.keys(families).join(", ")}.`,
          path: ["instance_type"],
        },
      };
    }
    const threads = family.architecture === "arm64" ? 1 : 2;
    return {
      values: {
        id: asked,
        instance_type: asked,
        default_vcpus: count,
        default_cores: Math.max(1, count / threads),
        default_threads_per_core: threads,
        memory_size: memory ?? count * family.ratio * 1024,
        supported_architectures: [family.architecture],
        supported_usages_classes: ["on-demand", "spot"],
        supported_virtualization_types: ["hvm"],
        supported_root_device_types: ["ebs"],
        hypervisor: "nitro",
        bare_metal: false,
        burstable_performance_supported: isBurstable,
        current_generation: true,
        ebs_encryption_support: "supported",
        ebs_nvme_support: "required",
        ena_support: "required",
        instance_storage_supported: false,
        ipv6_supported: true,
      },
    };
  },
};

export const machineImageDataSources: readonly DataSource[] = [image, instanceType];

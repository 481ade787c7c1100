import { isAbsent, isSet, isUnknown, items, text, texts } from "../values/reading";
import { equalValues } from "../values/equal-values";
import { type Values } from "../values/value";
import { type SometimesFixed } from "./replacement-table";

/**
 * What the provider decides by more than one attribute (its `CustomizeDiff`). What is unknown forces nothing, as there.
 *
 * Not here, because the provider asks AWS for it: another `instance_type` of another architecture, versions of launch templates.
 */
export const sometimesFixed: Readonly<Record<string, SometimesFixed>> = {
  aws_lb: loadBalancer(),
  aws_alb: loadBalancer(),
  // From dedicated to default is the only way. https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcTenancy.html
  aws_vpc: {
    instance_tenancy: (before, after) =>
      tenancy(before) !== tenancy(after) &&
      tenancy(after) !== "default" &&
      !isUnknown(after["instance_tenancy"]),
  },
  aws_nat_gateway: {
    secondary_private_ip_address_count: (_before, after) => text(after, "connectivity_type") === "private",
  },
  aws_instance: {
    user_data: (_before, after) => isSet(after, "user_data_replace_on_change"),
    user_data_base64: (_before, after) => isSet(after, "user_data_replace_on_change"),
  },
  aws_rds_cluster: {
    storage_type: (_before, after) => text(after, "engine")?.startsWith("aurora") === false,
  },
  aws_ssm_parameter: {
    tier: (before, after) => text(before, "tier") === "Advanced" && text(after, "tier") === "Standard",
  },
};

/**
 * A network load balancer takes subnets in addition, but gives none back; it has security groups from the beginning or never.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSubnets.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SetSecurityGroups.html
 */
function loadBalancer(): SometimesFixed {
  return {
    subnets: (before, after) =>
      isNetwork(after) &&
      !isUnknown(after["subnets"]) &&
      texts(after, "subnets").length <= texts(before, "subnets").length,
    subnet_mapping: (before, after) => !isUnknown(after["subnet_mapping"]) && mappingIsFixed(before, after),
    security_groups: (before, after) =>
      isNetwork(after) &&
      !isUnknown(after["security_groups"]) &&
      isAbsent(before, "security_groups") !== isAbsent(after, "security_groups"),
  };
}

/** Mappings may come, with an application load balancer also go; none may change. */
function mappingIsFixed(before: Values, after: Values): boolean {
  const [old, planned] = [items(before, "subnet_mapping"), items(after, "subnet_mapping")];
  const [fewer, more] = old.length < planned.length ? [old, planned] : [planned, old];
  if (fewer.length === more.length || (isNetwork(after) && planned.length < old.length)) return true;
  return !fewer.every((mapping) => more.some((other) => equalValues(mapping, other)));
}

function isNetwork(values: Values): boolean {
  return text(values, "load_balancer_type") === "network";
}

function tenancy(values: Values): string {
  return text(values, "instance_tenancy") ?? "default";
}

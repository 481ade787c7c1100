import { type Values } from "../../values/value";
import { isSet, text } from "../../values/reading";
import { byId, others } from "../reading/others";
import { type Rule } from "../rule";

/** A service's private name leads to one endpoint of a VPC, and needs the VPC's DNS. */
export const endpointPrivateDns: Rule = {
  id: "endpoint-private-dns",
  types: ["aws_vpc_endpoint"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
  check(change) {
    const service = text(change.values, "service_name");
    const vpc = text(change.values, "vpc_id");
    if (!isSet(change.values, "private_dns_enabled") || service === undefined || vpc === undefined) return [];
    const refuse = (message: string, advice: string) => [
      { code: "InvalidParameter", message, advice, path: ["private_dns_enabled"] },
    ];
    const values: Values = byId(change, "aws_vpc", vpc)?.values ?? {};
    if (values["enable_dns_support"] === false || values["enable_dns_hostnames"] === false) {
      return refuse(
        `Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true for ${vpc}`,
        "Set enable_dns_support and enable_dns_hostnames of the VPC.",
      );
    }
    const other = others(change, "aws_vpc_endpoint")
      .filter((endpoint) => isSet(endpoint.values, "private_dns_enabled"))
      .filter((endpoint) => text(endpoint.values, "vpc_endpoint_type") !== "Gateway")
      .filter((endpoint) => text(endpoint.values, "service_name") === service)
      .find((endpoint) => text(endpoint.values, "vpc_id") === vpc);
    if (!other) return [];
    const domain = `${service.split(".").slice(3).reverse().join(".")}.${change.region}.amazonaws.com`;
    return refuse(
      `private-dns-enabled cannot be set because there is already a conflicting DNS domain for ${domain} in the VPC ${vpc}`,
      `${text(other.values, "id")} has the private name. One endpoint per service and VPC is enough.`,
    );
  },
};

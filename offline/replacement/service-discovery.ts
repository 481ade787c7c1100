import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const serviceDiscoveryReplacements: readonly ReplacementRow[] = rowsOf("cloud-map/latest/api", {
  aws_service_discovery_private_dns_namespace: ["UpdatePrivateDnsNamespace", "name", "vpc"],
  aws_service_discovery_http_namespace: ["UpdateHttpNamespace", "name"],
  aws_service_discovery_service: [
    "UpdateService",
    "name",
    "namespace_id",
    "type",
    "dns_config.namespace_id",
    "dns_config.routing_policy",
    "health_check_custom_config",
  ],
});

import { items, text } from "../values/reading";
import { type ResourceBehaviour } from "./behaviour";
import { templatedBehaviour } from "./templated-behaviour";

const namespaceArn = "arn:{partition}:servicediscovery:{region}:{account}:namespace/{id}";

/** Cloud Map makes a private hosted zone along with the namespace, and deletes it with it. */
const privateNamespace = templatedBehaviour(
  "aws_service_discovery_private_dns_namespace",
  { id: "ns-{hex:16}", arn: namespaceArn, hosted_zone: "Z{capitals:20}" },
  {
    importId: "{id}:{vpc}",
    companions: (values, { partition }) => {
      const zone = text(values, "hosted_zone") ?? "";
      return [
        {
          type: "aws_route53_zone",
          values: {
            id: zone,
            zone_id: zone,
            arn: `arn:${partition}:route53:::hostedzone/${zone}`,
            name: text(values, "name") ?? "",
            comment: text(values, "description") ?? "",
            vpc: [{ vpc_id: text(values, "vpc") ?? "", vpc_region: text(values, "region") ?? "" }],
          },
        },
      ];
    },
  },
);

const httpNamespace = templatedBehaviour("aws_service_discovery_http_namespace", {
  id: "ns-{hex:16}",
  arn: namespaceArn,
  http_name: "{name}",
});

const service = templatedBehaviour("aws_service_discovery_service", {
  id: "srv-{hex:16}",
  arn: "arn:{partition}:servicediscovery:{region}:{account}:service/{id}",
  namespace_id: (known) => items(known, "dns_config")[0]?.["namespace_id"] ?? "",
  type: (known) => (items(known, "dns_config").length > 0 ? "DNS_HTTP" : "HTTP"),
});

export const serviceDiscoveryBehaviours: readonly ResourceBehaviour[] = [
  privateNamespace,
  httpNamespace,
  service,
];

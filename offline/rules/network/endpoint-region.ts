import { isAbsent, text } from "../../values/reading";
import { type Rule } from "../rule";

/** AWS's own services have a name per region, which an endpoint of another region does not find. */
export const endpointRegion: Rule = {
  id: "endpoint-region",
  types: ["aws_vpc_endpoint"],
  actions: ["create"],
  // In a plan nobody knows whether service_region was left out.
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  check({ values, region }) {
    const service = text(values, "service_name") ?? "";
    const [, named] = /^com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(service) ?? [];
    if (named === undefined || named === region || !isAbsent(values, "service_region")) return [];
    return [
      {
        code: "InvalidServiceName",
        message: `The Vpc Endpoint Service '${service}' does not exist`,
        advice: `The provider works in ${region}. Write ${service.replace(named, region)}.`,
        path: ["service_name"],
      },
    ];
  },
};

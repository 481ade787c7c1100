import { items, text } from "../../values/reading";
import { domain } from "./record-name";
import { type Rule } from "../rule";

/** A VPC sees one private zone of a name. */
export const zoneConflict: Rule = {
  id: "zone-conflict",
  types: ["aws_route53_zone"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html",
  check({ values, cloud, region }) {
    const name = text(values, "name");
    if (name === undefined) return [];
    const vpcs = items(values, "vpc").map((vpc) => text(vpc, "vpc_id"));
    return cloud
      .all("aws_route53_zone")
      .filter((zone) => domain(text(zone.values, "name") ?? "") === domain(name))
      .flatMap((zone) =>
        items(zone.values, "vpc")
          .map((vpc) => text(vpc, "vpc_id"))
          .filter((vpc) => vpc !== undefined && vpcs.includes(vpc))
          .map((vpc) => ({
            code: "ConflictingDomainExists",
            message: `The VPC ${vpc} in region ${region} has already been associated with the hosted zone ${text(zone.values, "zone_id")} with the same domain name.`,
            advice: `Choose another name than ${domain(name)}, or use the zone that exists.`,
            path: ["name"],
          })),
      )
      .slice(0, 1);
  },
};

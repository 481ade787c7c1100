import { nameSome } from "../reading/dependents";
import { isSet, text } from "../../values/reading";
import { domain } from "./record-name";
import { type Rule } from "../rule";

/** A zone is deleted once it has only the records that it was made with. */
export const zoneNotEmpty: Rule = {
  id: "zone-not-empty",
  types: ["aws_route53_zone"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHostedZone.html",
  check({ values, cloud }) {
    const zone = text(values, "zone_id");
    if (zone === undefined || isSet(values, "force_destroy")) return [];
    const isOwn = (type: string | undefined, name: string | undefined) =>
      (type === "NS" || type === "SOA") && domain(name ?? "") === domain(text(values, "name") ?? "");
    const left = cloud
      .all("aws_route53_record")
      .filter((record) => text(record.values, "zone_id") === zone)
      .filter((record) => !isOwn(text(record.values, "type"), text(record.values, "name")));
    if (left.length === 0) return [];
    return [
      {
        code: "HostedZoneNotEmpty",
        message:
          "The specified hosted zone contains non-required resource record sets and so cannot be deleted.",
        advice: `Delete ${nameSome(left)} first, or set force_destroy.`,
      },
    ];
  },
};

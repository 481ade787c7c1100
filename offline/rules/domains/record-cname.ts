import { text } from "../../values/reading";
import { recordName } from "./record-name";
import { type Rule } from "../rule";

/** A CNAME stands alone, and not at the top of a zone. */
export const recordCname: Rule = {
  id: "record-cname",
  types: ["aws_route53_record"],
  actions: ["create"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#CNAMEFormat",
  check({ values, cloud }) {
    const [zoneId, type] = [text(values, "zone_id"), text(values, "type")];
    const zone = cloud.all("aws_route53_zone").find((one) => text(one.values, "zone_id") === zoneId);
    const zoneName = zone && text(zone.values, "name");
    if (zoneName === undefined || type === undefined || typeof values["name"] !== "string") return [];
    const name = recordName(values, zoneName);
    const refuse = (message: string, advice: string) => [
      { code: "InvalidChangeBatch", message: `[${message}]`, advice, path: ["type"] },
    ];
    if (type === "CNAME" && name === recordName({}, zoneName)) {
      return refuse(
        `RRSet of type CNAME with DNS name ${name}. is not permitted at apex in zone ${zoneName}.`,
        "Use an A record with an alias there.",
      );
    }
    const conflict = cloud
      .all("aws_route53_record")
      .filter((other) => text(other.values, "zone_id") === zoneId)
      .filter((other) => recordName(other.values, zoneName) === name)
      .map((other) => text(other.values, "type"))
      .find((other) => other !== type && (type === "CNAME" || other === "CNAME"));
    if (conflict === undefined) return [];
    return refuse(
      `RRSet of type ${type} with DNS name ${name}. is not permitted because a conflicting RRSet of type ${conflict} with the same DNS name already exists in zone ${zoneName}.`,
      "A CNAME is the only record of its name. Choose another name, or an alias instead.",
    );
  },
};

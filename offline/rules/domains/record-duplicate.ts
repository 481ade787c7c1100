import { isSet, text } from "../../values/reading";
import { domain, recordName } from "./record-name";
import { type Rule } from "../rule";

/** A zone has one record of a name and type, unless they share a routing policy. */
export const recordDuplicate: Rule = {
  id: "record-duplicate",
  types: ["aws_route53_record"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html",
  check({ values, cloud }) {
    const [zone, type, name] = [text(values, "zone_id"), text(values, "type"), text(values, "name")];
    if (zone === undefined || type === undefined || name === undefined || isSet(values, "allow_overwrite"))
      return [];
    const zoneName = nameOfZone();
    const whole = zoneName === undefined ? domain(name) : recordName(values, zoneName);
    const isTaken = cloud
      .all("aws_route53_record")
      .some(
        (other) =>
          text(other.values, "zone_id") === zone &&
          text(other.values, "type") === type &&
          text(other.values, "set_identifier") === text(values, "set_identifier") &&
          (zoneName === undefined
            ? domain(text(other.values, "name") ?? "")
            : recordName(other.values, zoneName)) === whole,
      );
    if (!isTaken) return [];
    return [
      {
        code: "InvalidChangeBatch",
        message: `[Tried to create resource record set [name='${whole}.', type='${type}'] but it already exists]`,
        advice: "Import the record, or set allow_overwrite to take it over.",
        path: ["name"],
      },
    ];

    function nameOfZone(): string | undefined {
      const found = cloud.all("aws_route53_zone").find((one) => text(one.values, "zone_id") === zone);
      return found && text(found.values, "name");
    }
  },
};

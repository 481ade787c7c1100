import { type Values } from "../../values/value";
import { text } from "../../values/reading";

/** A domain name as Route 53 compares it: lower case, without the dot at the end. */
export function domain(name: string): string {
  return name.toLowerCase().replace(/\.$/, "");
}

/** The whole name of a record: the provider appends the zone's name where the configuration leaves it out. */
export function recordName(record: Values, zone: string): string {
  const name = domain(text(record, "name") ?? "");
  if (name === "") return domain(zone);
  return name === domain(zone) || name.endsWith(`.${domain(zone)}`) ? name : `${name}.${domain(zone)}`;
}

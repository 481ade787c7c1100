import { type Resource } from "../../estate/resource";
import { blocksOf, isOpen, itemsOf } from "../../values/plain-values";
import { showValue } from "../../values/show-value";
import { Reference, type Value } from "../../values/value";
import { type Rule, type Verdict } from "../rule";
import { balancerTypes, isApplication } from "./balancers";

/**
 * Subnets whose zones the files do not tell count as one zone each. A list that they do not tell passes for application
 * load balancers, which AWS itself refuses with fewer than two zones.
 */
export const spansZones: Rule = {
  id: "balancer-spans-zones",
  title: "Load balancers stand in at least two zones",
  severity: "error",
  controls: ["ELB.13"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html#elb-13",
  why: "When the only zone fails, nothing behind the balancer can be reached.",
  fix: "List subnets of two zones or more in `subnets`.",
  check: (environment) => environment.all(...balancerTypes).map(verdict),
};

function verdict(resource: Resource): Verdict {
  const { values } = resource;
  const written = values["subnets"] ?? values["subnet_mapping"];
  if (isOpen(written) && isApplication(resource)) return { resource };
  const mapped = blocksOf(values, "subnet_mapping").map(({ subnet_id: subnet }) => subnet ?? null);
  const subnets = mapped.length > 0 ? mapped : itemsOf(values["subnets"]);
  const zones = new Set(subnets.map(zoneOf));
  if (zones.size >= 2) return { resource };
  const count = zones.size === 1 ? "1 zone" : `${zones.size} zones`;
  const got = isOpen(written) ? showValue(written) : `${count}, of ${showValue(subnets)}`;
  const must = "must be in at least two zones";
  return { resource, problem: { attribute: mapped.length > 0 ? "subnet_mapping" : "subnets", must, got } };
}

function zoneOf(subnet: Value): string {
  const zone = subnet instanceof Reference ? subnet.resource.values["availability_zone"] : undefined;
  return showValue(typeof zone === "string" || zone instanceof Reference ? zone : subnet);
}

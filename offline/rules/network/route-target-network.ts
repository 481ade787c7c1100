import { text } from "../../values/reading";
import { byId, others } from "../reading/others";
import { type Change, type Rule } from "../rule";

/** A route leads to a gateway that is attached to the VPC of its table. */
export const routeTargetNetwork: Rule = {
  id: "route-target-network",
  types: ["aws_route"],
  actions: ["create", "update"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateRoute.html",
  check(change) {
    const table =
      byId(change, "aws_route_table", text(change.values, "route_table_id")) ??
      byId(change, "aws_default_route_table", text(change.values, "route_table_id"));
    const tableVpc = table && text(table.values, "vpc_id");
    if (!table || tableVpc === undefined) return [];
    return targets(change)
      .filter(({ vpc }) => vpc !== tableVpc)
      .map(({ attribute, kind, id, vpc }) => ({
        code: "InvalidParameterValue",
        message: `route table ${text(table.values, "id")} and ${kind} ${id} belong to different networks`,
        advice:
          vpc === undefined
            ? `${id} is attached to no VPC. Attach it to ${tableVpc} first.`
            : `${id} is in ${vpc}, the route table in ${tableVpc}. Use a target of the same VPC.`,
        path: [attribute],
      }));
  },
};

interface Target {
  readonly attribute: string;
  readonly kind: string;
  readonly id: string;
  readonly vpc: string | undefined;
}

function targets(change: Change): readonly Target[] {
  const gateway = byId(change, "aws_internet_gateway", text(change.values, "gateway_id"));
  const nat = byId(change, "aws_nat_gateway", text(change.values, "nat_gateway_id"));
  const subnet = nat && byId(change, "aws_subnet", text(nat.values, "subnet_id"));
  const found: Target[] = [];
  if (gateway) {
    const id = text(gateway.values, "id") ?? "";
    const vpc = text(gateway.values, "vpc_id") ?? attachedTo(change, id);
    found.push({ attribute: "gateway_id", kind: "network gateway", id, vpc });
  }
  if (nat && subnet) {
    const id = text(nat.values, "id") ?? "";
    found.push({ attribute: "nat_gateway_id", kind: "nat gateway", id, vpc: text(subnet.values, "vpc_id") });
  }
  return found;
}

function attachedTo(change: Change, gateway: string): string | undefined {
  return others(change, "aws_internet_gateway_attachment")
    .filter(({ values }) => text(values, "internet_gateway_id") === gateway)
    .map(({ values }) => text(values, "vpc_id"))[0];
}

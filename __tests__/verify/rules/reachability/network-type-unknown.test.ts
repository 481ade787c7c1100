import { placements } from "../../../../verify/network/placements";
import { networkTypeUnknown } from "../../../../verify/rules/reachability/network-type-unknown";
import { environmentWith, verifiedEstate, type Bodies } from "../../../support/verified";

const ids = ["${aws_subnet.one.id}"];

function found(bodies: Bodies): string[] {
  return networkTypeUnknown
    .check(environmentWith(bodies))
    .flatMap(({ resource, problem }) => (problem ? [`${resource.address}: ${problem.got}`] : []));
}

describe("a type that reachability does not know", () => {
  test.each<[string, object]>([
    ["aws_eks_cluster", { vpc_config: { subnet_ids: ids } }],
    ["aws_emr_cluster", { ec2_attributes: [{ subnet_id: ids[0] }] }],
    ["aws_dms_replication_instance", { vpc_security_group_ids: ["sg-1"], publicly_accessible: true }],
    ["aws_ec2_instance_connect_endpoint", { subnet_id: ids[0] }],
    ["aws_ec2_client_vpn_network_association", { subnet_id: ids[0] }],
    ["aws_transfer_server", { endpoint_details: { subnet_ids: ids, address_allocation_ids: ["a"] } }],
    ["aws_networkfirewall_firewall", { subnet_mapping: [{ subnet_id: ids[0] }] }],
    ["aws_batch_compute_environment", { compute_resources: { subnets: "${var.subnets}" } }],
    ["aws_ec2_transit_gateway_vpc_attachment", { subnet_ids: ids }],
    ["aws_type_of_next_year", { network: { settings: [{ security_group_ids: "${var.groups}" }] } }],
    ["aws_vpn_connection", {}],
    ["aws_lambda_function_url", {}],
    ["aws_opensearch_domain", { domain_name: "public" }],
  ])("is told: %s", (type, body) => {
    expect(found({ [`${type}.x`]: body })).toEqual([expect.stringContaining(`${type}.x: ${type}`)]);
  });

  test.each<[string, object]>([
    ["aws_subnet", { vpc_id: "vpc-1" }],
    ["aws_db_subnet_group", { subnet_ids: ids }],
    ["aws_route_table_association", { subnet_id: ids[0] }],
    ["aws_nat_gateway", { subnet_id: ids[0] }],
    ["aws_security_group", { ingress: [{ security_groups: ["sg-1"] }] }],
    ["aws_opensearch_domain", { vpc_options: { subnet_ids: ids } }],
    ["aws_s3_bucket", {}],
    ["aws_eks_addon", { subnet_ids: null }],
    ["google_compute_network", { subnet_ids: ids }],
  ])("is not %s %j", (type, body) => {
    expect(found({ [`${type}.x`]: body })).toEqual([]);
  });

  test("holds for every type that it knows", () => {
    const bodies = Object.keys(placements).map((type) => [`${type}.x`, { vpc_options: {}, subnet_ids: ids }]);
    expect(found(Object.fromEntries(bodies))).toEqual([]);
  });

  test("is not applicable without a network", () => {
    expect(networkTypeUnknown.check(environmentWith({ "aws_s3_bucket.x": {} }))).toEqual([]);
  });

  test("is nothing of our own environments", () => {
    const problems = verifiedEstate().environments.flatMap((one) =>
      networkTypeUnknown.check(one).flatMap(({ problem }) => problem?.got ?? []),
    );
    expect(problems).toEqual([]);
  });
});

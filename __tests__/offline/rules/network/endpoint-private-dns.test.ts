import { endpointPrivateDns } from "../../../../offline/rules/network/endpoint-private-dns";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes, refusals } from "../../../support/a-cloud";

const type = "aws_vpc_endpoint";
const kms: Values = {
  service_name: "com.amazonaws.eu-west-1.ecr.api",
  vpc_id: "vpc-1",
  private_dns_enabled: true,
};
const cloud = aCloud([
  { type: "aws_vpc", values: { id: "vpc-1", enable_dns_support: true, enable_dns_hostnames: true } },
  { type: "aws_vpc", values: { id: "vpc-2", enable_dns_support: true, enable_dns_hostnames: false } },
  { type, values: { ...kms, id: "vpce-1" } },
]);

function check(values: Values) {
  return codes(endpointPrivateDns, aChange(type, { ...kms, ...values }, { cloud }));
}

describe("endpoint-private-dns", () => {
  test.each<Values>([{ service_name: "com.amazonaws.eu-west-1.kms" }, { private_dns_enabled: false }])(
    "lets %j pass",
    (values) => {
      expect(check(values)).toEqual([]);
    },
  );

  test("refuses a second private name of a service", () => {
    expect(refusals(endpointPrivateDns, aChange(type, kms, { cloud }))[0]?.message).toContain(
      "conflicting DNS domain for api.ecr.eu-west-1.amazonaws.com in the VPC vpc-1",
    );
  });

  test("refuses a VPC without DNS hostnames", () => {
    expect(check({ vpc_id: "vpc-2" })).toEqual(["InvalidParameter"]);
  });

  test("skips a VPC that is not known", () => {
    expect(check({ vpc_id: unknown })).toEqual([]);
  });
});

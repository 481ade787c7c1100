import { natGatewayAddress } from "../../../../offline/rules/network/nat-gateway-address";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_nat_gateway", values: { id: "nat-1", allocation_id: "eipalloc-1" } }]);

function check(values: Values) {
  return codes(natGatewayAddress, aChange("aws_nat_gateway", values, { cloud }));
}

describe("nat-gateway-address", () => {
  test.each<[string, Values]>([
    ["an address of its own", { allocation_id: "eipalloc-2" }],
    ["a private gateway", { connectivity_type: "private", allocation_id: null }],
    ["a regional gateway", { availability_mode: "regional", allocation_id: null }],
  ])("lets %s pass", (_, values) => {
    expect(check(values)).toEqual([]);
  });

  test("refuses an address in use", () => {
    expect(check({ allocation_id: "eipalloc-1" })).toEqual(["Resource.AlreadyAssociated"]);
  });

  test("refuses a public gateway without address", () => {
    expect(check({ connectivity_type: "public", allocation_id: null })).toEqual(["MissingParameter"]);
  });

  test("skips an address that is not known", () => {
    expect(check({ connectivity_type: "public", allocation_id: unknown })).toEqual([]);
  });
});

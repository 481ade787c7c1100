import { balancerDuplicate } from "../../../../offline/rules/balancing/balancer-duplicate";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_lb", values: { name: "dev-public" } }]);

function check(name: Value, region = "eu-west-1") {
  return codes(balancerDuplicate, aChange("aws_lb", { name }, { cloud, region }));
}

describe("balancer-duplicate", () => {
  test("lets a new name pass", () => {
    expect(check("dev-internal")).toEqual([]);
  });

  test("lets the name pass in another region", () => {
    expect(check("dev-public", "us-east-1")).toEqual([]);
  });

  test("refuses a name that the account has", () => {
    expect(check("dev-public")).toEqual(["DuplicateLoadBalancerName"]);
  });

  test("skips a name that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});

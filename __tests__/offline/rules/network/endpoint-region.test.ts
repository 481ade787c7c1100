import { endpointRegion } from "../../../../offline/rules/network/endpoint-region";
import { unknown, type Value, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(service_name: Value, more: Values = {}) {
  return codes(endpointRegion, aChange("aws_vpc_endpoint", { service_name, ...more }));
}

describe("endpoint-region", () => {
  test.each([
    "com.amazonaws.eu-west-1.kms",
    "com.amazonaws.vpce.eu-west-1.vpce-svc-1",
    "com.amazonaws.s3-global.x",
  ])("lets %s pass", (name) => {
    expect(check(name)).toEqual([]);
  });

  test("lets a service of another region pass that is asked for there", () => {
    expect(check("com.amazonaws.us-east-1.kms", { service_region: "us-east-1" })).toEqual([]);
  });

  test("refuses a service of another region", () => {
    expect(check("com.amazonaws.us-east-1.kms")).toEqual(["InvalidServiceName"]);
  });

  test("skips a name that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});

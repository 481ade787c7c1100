import { subnetZone } from "../../../../offline/rules/network/subnet-zone";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

describe("subnet-zone", () => {
  test("lets a zone of the region pass", () => {
    expect(codes(subnetZone, aChange("aws_subnet", { availability_zone: "eu-west-1a" }))).toEqual([]);
  });

  test("lets a local zone of the region pass", () => {
    const change = aChange("aws_subnet", { availability_zone: "us-west-2-lax-1a" }, { region: "us-west-2" });
    expect(codes(subnetZone, change)).toEqual([]);
  });

  test.each(["eu-west-2a", "eu-west-1", "a", "eu-west-1d"])("refuses %s", (availability_zone) => {
    expect(codes(subnetZone, aChange("aws_subnet", { availability_zone }))).toEqual([
      "InvalidParameterValue",
    ]);
  });

  test.each<Value>([unknown, null])("skips a zone that is not known", (availability_zone) => {
    expect(codes(subnetZone, aChange("aws_subnet", { availability_zone }))).toEqual([]);
  });
});

import { flowLogSource } from "../../../../offline/rules/network/flow-log-source";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(values: Values) {
  return codes(flowLogSource, aChange("aws_flow_log", values));
}

describe("flow-log-source", () => {
  test("lets one source pass", () => {
    expect(check({ vpc_id: "vpc-1", subnet_id: null })).toEqual([]);
  });

  test.each<Values>([{}, { vpc_id: "vpc-1", subnet_id: "subnet-1" }])("refuses %j", (values) => {
    expect(check(values)).toEqual(["InvalidParameter"]);
  });

  test("takes a source that is not known for one", () => {
    expect(check({ vpc_id: unknown })).toEqual([]);
  });
});

import { flowLogDuplicate } from "../../../../offline/rules/network/flow-log-duplicate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const type = "aws_flow_log";
const log: Values = { vpc_id: "vpc-1", traffic_type: "REJECT", log_destination: "arn:logs" };
const cloud = aCloud([{ type, values: log }]);

function check(values: Values) {
  return codes(flowLogDuplicate, aChange(type, { ...log, ...values }, { cloud }));
}

describe("flow-log-duplicate", () => {
  test.each<Values>([{ vpc_id: "vpc-2" }, { traffic_type: "ALL" }, { log_destination: "arn:s3" }])(
    "lets a flow log with %j pass",
    (values) => {
      expect(check(values)).toEqual([]);
    },
  );

  test("refuses the same flow log", () => {
    expect(check({})).toEqual(["FlowLogAlreadyExists"]);
  });

  test("skips a destination that is not known", () => {
    expect(check({ log_destination: unknown })).toEqual([]);
  });
});

import { flowLogRole } from "../../../../offline/rules/network/flow-log-role";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(values: Values) {
  return codes(flowLogRole, aChange("aws_flow_log", values));
}

describe("flow-log-role", () => {
  test.each<Values>([{ iam_role_arn: "arn:role" }, { log_destination_type: "s3" }])(
    "lets %j pass",
    (values) => {
      expect(check(values)).toEqual([]);
    },
  );

  test.each<Values>([{}, { log_destination_type: "cloud-watch-logs" }])(
    "refuses %j without role",
    (values) => {
      expect(check(values)).toEqual(["InvalidParameter"]);
    },
  );

  test.each<Values>([{ iam_role_arn: unknown }, { log_destination_type: unknown }])(
    "skips what is not known",
    (values) => {
      expect(check(values)).toEqual([]);
    },
  );
});

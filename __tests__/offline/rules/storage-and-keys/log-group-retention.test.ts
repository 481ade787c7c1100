import { logGroupRetention } from "../../../../offline/rules/storage-and-keys/log-group-retention";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(retention_in_days: Value) {
  return codes(logGroupRetention, aChange("aws_cloudwatch_log_group", { retention_in_days }));
}

describe("log-group-retention", () => {
  test.each([0, 30, 3653])("lets %d days pass", (days) => {
    expect(check(days)).toEqual([]);
  });

  test.each([2, 31, -1])("refuses %d days", (days) => {
    expect(check(days)).toEqual(["InvalidParameterException"]);
  });

  test.each<Value>([unknown, null])("skips days that are not known", (days) => {
    expect(check(days)).toEqual([]);
  });
});

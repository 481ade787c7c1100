import { logGroupName } from "../../../../offline/rules/storage-and-keys/log-group-name";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(name: Value) {
  return codes(logGroupName, aChange("aws_cloudwatch_log_group", { name }));
}

describe("log-group-name", () => {
  test.each(["/ecs/dev/orders_1.x#2", "x".repeat(512)])("lets %s pass", (name) => {
    expect(check(name)).toEqual([]);
  });

  test.each(["/ecs/dev orders", "orders:dev", "x".repeat(513)])("refuses %s", (name) => {
    expect(check(name)).toEqual(["InvalidParameterException"]);
  });

  test.each<Value>([unknown, null])("skips a name that is not known", (name) => {
    expect(check(name)).toEqual([]);
  });
});

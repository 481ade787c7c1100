import { logGroupDuplicate } from "../../../../offline/rules/storage-and-keys/log-group-duplicate";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([{ type: "aws_cloudwatch_log_group", values: { name: "/ecs/dev/orders" } }]);

function check(name: Value) {
  return codes(logGroupDuplicate, aChange("aws_cloudwatch_log_group", { name }, { cloud }));
}

describe("log-group-duplicate", () => {
  test("lets a new name pass", () => {
    expect(check("/ecs/dev/shop")).toEqual([]);
  });

  test("refuses a name that the account has", () => {
    expect(check("/ecs/dev/orders")).toEqual(["ResourceAlreadyExistsException"]);
  });

  test("skips a name that is not known", () => {
    expect(check(unknown)).toEqual([]);
  });
});

import { balancerName } from "../../../../offline/rules/balancing/balancer-name";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(name: Value) {
  return codes(balancerName, aChange("aws_lb", { name }));
}

describe("balancer-name", () => {
  test.each(["dev-public", "x".repeat(32), "internal"])("lets %s pass", (name) => {
    expect(check(name)).toEqual([]);
  });

  test.each(["x".repeat(33), "dev_public", "-dev", "dev-", "internal-dev"])("refuses %s", (name) => {
    expect(check(name)).toEqual(["ValidationError"]);
  });

  test.each<Value>([unknown, null])("skips a name that is not known", (name) => {
    expect(check(name)).toEqual([]);
  });
});

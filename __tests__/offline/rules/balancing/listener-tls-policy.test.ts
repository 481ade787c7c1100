import { listenerTlsPolicy } from "../../../../offline/rules/balancing/listener-tls-policy";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(ssl_policy: Value) {
  return codes(listenerTlsPolicy, aChange("aws_lb_listener", { ssl_policy }));
}

describe("listener-tls-policy", () => {
  test.each([
    "ELBSecurityPolicy-2016-08",
    "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
    "ELBSecurityPolicy-FS-1-2-Res-2020-10",
    "ELBSecurityPolicy-TLS13-1-2-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04",
    "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  ])("lets %s pass", (policy) => {
    expect(check(policy)).toEqual([]);
  });

  test.each(["ELBSecurityPolicy-TLS-1-3-2021-06", "TLS13-1-2-2021-06"])("refuses %s", (policy) => {
    expect(check(policy)).toEqual(["SSLPolicyNotFound"]);
  });

  test.each<Value>([unknown, null])("skips a policy that AWS chooses", (policy) => {
    expect(check(policy)).toEqual([]);
  });
});

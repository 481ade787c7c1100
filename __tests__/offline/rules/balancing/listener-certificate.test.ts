import { listenerCertificate } from "../../../../offline/rules/balancing/listener-certificate";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, codes } from "../../../support/a-cloud";

function check(values: Values) {
  return codes(listenerCertificate, aChange("aws_lb_listener", values));
}

describe("listener-certificate", () => {
  test.each<Values>([
    { protocol: "HTTPS", certificate_arn: "arn:1" },
    { protocol: "HTTP", certificate_arn: null, ssl_policy: unknown },
  ])("lets %p pass", (values) => {
    expect(check(values)).toEqual([]);
  });

  test.each<Values>([
    { protocol: "HTTPS" },
    { protocol: "TLS", certificate_arn: null },
    { protocol: "HTTP", certificate_arn: "arn:1" },
    { protocol: "HTTP", ssl_policy: "ELBSecurityPolicy-2016-08" },
  ])("refuses %j", (values) => {
    expect(check(values)).toEqual(["ValidationError"]);
  });

  test("skips a certificate that is not known", () => {
    expect(check({ protocol: "HTTPS", certificate_arn: unknown })).toEqual([]);
  });
});

import { listenerCertificatePending } from "../../../../offline/rules/balancing/listener-certificate-pending";
import { unknown, type Value } from "../../../../offline/values/value";
import { aChange, aCloud, codes } from "../../../support/a-cloud";

const cloud = aCloud([
  { type: "aws_acm_certificate", values: { arn: "arn:issued", status: "ISSUED" } },
  { type: "aws_acm_certificate", values: { arn: "arn:pending", status: "PENDING_VALIDATION" } },
  { type: "aws_acm_certificate", values: { arn: "arn:validated", status: "PENDING_VALIDATION" } },
  { type: "aws_acm_certificate_validation", values: { certificate_arn: "arn:validated" } },
]);

function check(certificate_arn: Value) {
  return codes(listenerCertificatePending, aChange("aws_lb_listener", { certificate_arn }, { cloud }));
}

describe("listener-certificate-pending", () => {
  test.each(["arn:issued", "arn:validated"])("lets %s pass", (arn) => {
    expect(check(arn)).toEqual([]);
  });

  test("refuses a certificate that waits for its validation", () => {
    expect(check("arn:pending")).toEqual(["UnsupportedCertificate"]);
  });

  test.each<Value>([unknown, "arn:elsewhere"])("skips a certificate that is not known", (arn) => {
    expect(check(arn)).toEqual([]);
  });
});

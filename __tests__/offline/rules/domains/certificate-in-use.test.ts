import { certificateInUse } from "../../../../offline/rules/domains/certificate-in-use";
import { aCloud, aDelete, codes, type Existing } from "../../../support/a-cloud";

const certificate: Existing = { type: "aws_acm_certificate", values: { arn: "arn:1" } };

function check(...more: readonly Existing[]) {
  return codes(certificateInUse, aDelete(aCloud([certificate, ...more]), "aws_acm_certificate"));
}

describe("certificate-in-use", () => {
  test("lets a certificate go that no listener has", () => {
    expect(check({ type: "aws_lb_listener", values: { certificate_arn: "arn:2" } })).toEqual([]);
  });

  test.each(["aws_lb_listener", "aws_lb_listener_certificate"])("refuses while %s has it", (type) => {
    expect(check({ type, values: { certificate_arn: "arn:1" } })).toEqual(["ResourceInUseException"]);
  });

  test("skips a validation, which is nothing in AWS", () => {
    expect(check({ type: "aws_acm_certificate_validation", values: { certificate_arn: "arn:1" } })).toEqual(
      [],
    );
  });
});

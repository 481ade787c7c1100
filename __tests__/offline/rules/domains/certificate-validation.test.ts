import { certificateValidation } from "../../../../offline/rules/domains/certificate-validation";
import { unknown, type Values } from "../../../../offline/values/value";
import { aChange, aCloud, codes, type Existing } from "../../../support/a-cloud";

const certificate: Existing = {
  type: "aws_acm_certificate",
  values: {
    arn: "arn:1",
    validation_method: "DNS",
    domain_validation_options: [{ resource_record_name: "_1.example.com." }],
  },
};
const record: Existing = { type: "aws_route53_record", values: { fqdn: "_1.example.com", name: "_1" } };

function check(values: Values, ...more: readonly Existing[]) {
  const cloud = aCloud([certificate, ...more]);
  return codes(
    certificateValidation,
    aChange("aws_acm_certificate_validation", { certificate_arn: "arn:1", ...values }, { cloud }),
  );
}

describe("certificate-validation", () => {
  test("lets a certificate with its record pass", () => {
    expect(check({}, record)).toEqual([]);
  });

  test("lets a listed record pass, which may be in another account", () => {
    expect(check({ validation_record_fqdns: ["_1.example.com"] })).toEqual([]);
  });

  test("refuses a certificate without record", () => {
    expect(check({})).toEqual(["PendingValidation"]);
  });

  test("refuses a list without the record", () => {
    expect(check({ validation_record_fqdns: ["_2.example.com"] }, record)).toEqual([
      "MissingValidationRecord",
    ]);
  });

  test("skips a certificate that is not known", () => {
    expect(check({ certificate_arn: unknown })).toEqual([]);
  });
});

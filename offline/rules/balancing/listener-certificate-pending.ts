import { text } from "../../values/reading";
import { byArn, others } from "../reading/others";
import { type Rule } from "../rule";

/** A listener takes a certificate once it is issued. */
export const listenerCertificatePending: Rule = {
  id: "listener-certificate-pending",
  types: ["aws_lb_listener", "aws_lb_listener_certificate"],
  actions: ["create", "update"],
  phase: "apply",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
  check(change) {
    const arn = text(change.values, "certificate_arn");
    const certificate = byArn(change, "aws_acm_certificate", arn);
    if (!certificate || text(certificate.values, "status") !== "PENDING_VALIDATION") return [];
    const isValidated = others(change, "aws_acm_certificate_validation").some(
      ({ values }) => text(values, "certificate_arn") === arn,
    );
    if (isValidated) return [];
    return [
      {
        code: "UnsupportedCertificate",
        message: `The certificate '${arn}' must have a fully-qualified domain name, a supported signature, and a supported key size.`,
        advice:
          "The certificate is not issued yet. Refer to the certificate_arn of an aws_acm_certificate_validation, which waits for it.",
        path: ["certificate_arn"],
      },
    ];
  },
};

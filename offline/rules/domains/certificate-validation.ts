import { isAbsent, items, text, texts } from "../../values/reading";
import { byArn } from "../reading/others";
import { domain } from "./record-name";
import { type Rule } from "../rule";

/** A certificate is issued once its validation records answer: without them the real apply waits 75 minutes and fails. */
export const certificateValidation: Rule = {
  id: "certificate-validation",
  types: ["aws_acm_certificate_validation"],
  actions: ["create"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
  check(change) {
    const arn = text(change.values, "certificate_arn");
    const certificate = byArn(change, "aws_acm_certificate", arn);
    if (!certificate || text(certificate.values, "validation_method") !== "DNS") return [];
    const needed = items(certificate.values, "domain_validation_options")
      .map((option) => text(option, "resource_record_name"))
      .filter((name) => name !== undefined)
      .map(domain);
    const listed = texts(change.values, "validation_record_fqdns").map(domain);
    const isListed = !isAbsent(change.values, "validation_record_fqdns");
    const made = new Set(
      change.cloud
        .all("aws_route53_record")
        .flatMap(({ values }) =>
          [text(values, "fqdn"), text(values, "name")].filter((name) => name !== undefined).map(domain),
        ),
    );
    // A record that is listed may be in a zone of another account, of which nothing is known here.
    const missing = needed.filter((name) => (isListed ? !listed.includes(name) : !made.has(name)));
    if (missing.length === 0) return [];
    if (isListed) {
      return [
        {
          code: "MissingValidationRecord",
          message: missing.map((name) => `missing ${name} DNS validation record`).join("; "),
          advice: "Make a record for each of the certificate's domain_validation_options, and list its fqdn.",
          path: ["validation_record_fqdns"],
        },
      ];
    }
    return [
      {
        code: "PendingValidation",
        message: `waiting for ACM Certificate (${arn}) to be issued: timeout while waiting for state to become 'ISSUED' (last state: 'PENDING_VALIDATION', timeout: 1h15m0s)`,
        advice: `The account has no record ${missing.join(", ")}: AWS would wait 75 minutes for it. Make the record first.`,
      },
    ];
  },
};

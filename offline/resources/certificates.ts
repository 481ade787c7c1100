import { asked, asTexts } from "../values/reading";
import { type Values } from "../values/value";
import { arn } from "./arn";
import { type AwsContext, type ResourceBehaviour } from "./behaviour";
import { uuid } from "./made-up-ids";
import { madeAt } from "./templated-behaviour";

/**
 * The records that prove a domain is ours. A wildcard and its domain are proved by one record, but are named separately.
 *
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
function validationOptions(given: Values, aws: AwsContext): readonly Values[] {
  if (asked(given, "validation_method") !== "DNS") return [];
  const domain = asked(given, "domain_name");
  const names = [...new Set([domain, ...asTexts(given["subject_alternative_names"])])];
  return names.map((name) => {
    const proved = name.replace(/^\*\./, "");
    return {
      domain_name: name,
      resource_record_name: `_${aws.hex(32, `record ${proved}`)}.${proved}.`,
      resource_record_type: "CNAME",
      resource_record_value: `_${aws.hex(32, `value ${proved}`)}.${aws.hex(10, "validations")}.acm-validations.aws.`,
    };
  });
}

/** Imported certificates are issued at once; others wait for their validation. */
const certificate: ResourceBehaviour = {
  type: "aws_acm_certificate",
  create(given, aws) {
    const id = arn(aws, "acm", `certificate/${uuid(aws)}`);
    const isImported = asked(given, "private_key") !== "" || asked(given, "certificate_body") !== "";
    const isPrivate = asked(given, "certificate_authority_arn") !== "";
    return {
      id,
      arn: id,
      domain_name: "",
      domain_validation_options: validationOptions(given, aws),
      key_algorithm: "RSA_2048",
      not_after: isImported || isPrivate ? "2027-01-31T23:59:59Z" : "",
      not_before: isImported || isPrivate ? madeAt : "",
      pending_renewal: false,
      renewal_eligibility: "INELIGIBLE",
      renewal_summary: [],
      status: isImported || isPrivate ? "ISSUED" : "PENDING_VALIDATION",
      subject_alternative_names: [asked(given, "domain_name")].filter((name) => name !== ""),
      type: isImported ? "IMPORTED" : isPrivate ? "PRIVATE" : "AMAZON_ISSUED",
      validation_emails: [],
      validation_method: isImported || isPrivate ? "NONE" : "DNS",
    };
  },
  computedBlocks: ["options"],
};

/** Not a thing of AWS: the provider waits until the certificate is issued. */
const validation: ResourceBehaviour = {
  type: "aws_acm_certificate_validation",
  create: () => ({ id: `${madeAt.slice(0, 10)} 00:00:00 +0000 UTC` }),
};

export const certificateBehaviours: readonly ResourceBehaviour[] = [certificate, validation];

import { dependents, nameSome } from "../reading/dependents";
import { text } from "../../values/reading";
import { type Rule } from "../rule";

/** A certificate is deleted once no listener has it. */
export const certificateInUse: Rule = {
  id: "certificate-in-use",
  types: ["aws_acm_certificate"],
  actions: ["delete"],
  phase: "apply",
  documentation: "https://docs.aws.amazon.com/acm/latest/APIReference/API_DeleteCertificate.html",
  check(change) {
    const arn = text(change.values, "arn");
    if (arn === undefined) return [];
    const references = {
      aws_lb_listener: ["certificate_arn"],
      aws_lb_listener_certificate: ["certificate_arn"],
    };
    const users = dependents(change, references, arn);
    if (users.length === 0) return [];
    return [
      {
        code: "ResourceInUseException",
        message: `Certificate ${arn} in account ${change.account} is in use.`,
        advice: `${nameSome(users)} has it. Create the new certificate first (create_before_destroy).`,
      },
    ];
  },
};

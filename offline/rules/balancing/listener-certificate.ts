import { isAbsent, text } from "../../values/reading";
import { type Rule } from "../rule";

/** Listeners that end TLS have a certificate, others have none and no TLS policy. */
export const listenerCertificate: Rule = {
  id: "listener-certificate",
  types: ["aws_lb_listener"],
  actions: ["create", "update"],
  phase: "plan",
  documentation:
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
  check({ values }) {
    const protocol = text(values, "protocol");
    if (protocol === undefined) return [];
    const refuse = (message: string, advice: string, attribute: string) => [
      { code: "ValidationError", message, advice, path: [attribute] },
    ];
    if (protocol === "HTTPS" || protocol === "TLS") {
      if (!isAbsent(values, "certificate_arn")) return [];
      return refuse(
        `A certificate must be specified for ${protocol} listeners`,
        "Set certificate_arn to an issued certificate of the region.",
        "certificate_arn",
      );
    }
    if (text(values, "certificate_arn") !== undefined) {
      return refuse(
        `A certificate cannot be specified for ${protocol} listeners`,
        "Leave the certificate out, or change the protocol to HTTPS.",
        "certificate_arn",
      );
    }
    if (text(values, "ssl_policy") === undefined) return [];
    return refuse(
      `An SSL policy cannot be specified for ${protocol} listeners`,
      "Leave ssl_policy out, or change the protocol to HTTPS.",
      "ssl_policy",
    );
  },
};

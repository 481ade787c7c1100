import { isTrue, judge } from "../attribute-rule";
import { type Rule } from "../rule";
import { s3Backends } from "./settings-of";

/** Only about state in S3; a file beside the configuration is for a first try. */
export const stateIsEncrypted: Rule = {
  id: "state-is-encrypted",
  title: "State in S3 is encrypted",
  severity: "error",
  controls: [],
  page: "https://developer.hashicorp.com/terraform/language/backend/s3",
  why: "State holds every attribute, secrets among them, as readable text.",
  fix: "Set `encrypt = true` in the backend, and `kms_key_id` where there is a key for it.",
  check: (environment) =>
    s3Backends(environment).map((backend) =>
      judge(backend, { attribute: "encrypt", must: "must be true", default: false, holds: isTrue }),
    ),
};

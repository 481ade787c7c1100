import { namesSecret } from "../../../secrets/secret-detectors";
import { type Resource } from "../../estate/resource";
import { writtenText } from "../../values/written-text";
import { isUnset } from "../../values/plain-values";
import { attributeRule } from "../attribute-rule";

export const secretParametersAreEncrypted = attributeRule({
  id: "secret-parameters-are-encrypted",
  title: "Parameters with the name of a secret are encrypted",
  severity: "error",
  controls: ["CKV2_AWS_34"],
  page: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
  why: "Everybody who may list parameters reads a `String`; a `SecureString` needs the key, too.",
  fix: 'Set `type = "SecureString"` and `key_id`, or keep it in Secrets Manager.',
  types: ["aws_ssm_parameter"],
  isAbout: namesASecret,
  attribute: "type",
  must: 'must be "SecureString"',
  holds: (type) => type === "SecureString",
});

/** Whether a parameter's name ends like that of a secret; a name that the files do not tell may. */
export function namesASecret({ values }: Resource): boolean {
  const { name } = values;
  const text = isUnset(name) ? "" : writtenText(name);
  return text === undefined || namesSecret(text.replace(/[^A-Za-z0-9]+/g, "_"));
}

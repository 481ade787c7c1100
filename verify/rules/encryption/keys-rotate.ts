import { type Resource } from "../../estate/resource";
import { isPlain, isUnset } from "../../values/plain-values";
import { attributeRule, isTrue } from "../attribute-rule";

export const keysRotate = attributeRule({
  id: "keys-rotate",
  title: "Keys rotate",
  severity: "error",
  controls: ["KMS.4", "CKV_AWS_7"],
  page: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-4",
  why: "With one key material for years everything that was ever encrypted depends on it.",
  fix: "Set `enable_key_rotation = true`; nothing that uses the key has to change.",
  types: ["aws_kms_key"],
  isAbout: rotatesInAws,
  attribute: "enable_key_rotation",
  must: "must be true",
  default: false,
  holds: isTrue,
});

/** AWS rotates symmetric keys only, and none whose material is kept elsewhere. */
function rotatesInAws({ values }: Resource): boolean {
  const spec = values["customer_master_key_spec"];
  const isSymmetric = !isPlain(spec) || spec === "SYMMETRIC_DEFAULT";
  return isSymmetric && isUnset(values["custom_key_store_id"]);
}

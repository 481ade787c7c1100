import { type ReplacementRow } from "./replacement-table";
import { rowsOf } from "./replacement-rows";

export const iamReplacements: readonly ReplacementRow[] = rowsOf("IAM/latest", {
  aws_iam_role: ["UpdateRole", "name", "name_prefix", "path"],
  aws_iam_role_policy: ["PutRolePolicy", "role", "name", "name_prefix"],
  aws_iam_role_policy_attachment: ["AttachRolePolicy", "role", "policy_arn"],
  aws_iam_policy: ["CreatePolicyVersion", "name", "name_prefix", "path", "description"],
  aws_iam_user_policy: ["PutUserPolicy", "user", "name", "name_prefix"],
  aws_iam_user_policy_attachment: ["AttachUserPolicy", "user", "policy_arn"],
  aws_iam_group_policy: ["PutGroupPolicy", "group", "name", "name_prefix"],
  aws_iam_group_policy_attachment: ["AttachGroupPolicy", "group", "policy_arn"],
  aws_iam_instance_profile: ["CreateInstanceProfile", "name", "name_prefix", "path"],
  aws_iam_openid_connect_provider: ["UpdateOpenIDConnectProviderThumbprint", "url"],
  aws_iam_service_linked_role: ["CreateServiceLinkedRole", "aws_service_name", "custom_suffix"],
  aws_iam_access_key: ["UpdateAccessKey", "user", "pgp_key"],
});

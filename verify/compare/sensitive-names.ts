import { namesSecret } from "../../secrets/secret-detectors";

/** Attributes and fields that hold a secret in every type of resource. */
const everywhere: ReadonlySet<string> = new Set([
  ...["password", "passwd", "passphrase", "master_password", "admin_password", "master_user_password"],
  ...["secret", "secret_string", "secret_binary", "secret_key", "client_secret", "shared_secret"],
  ...["token", "auth_token", "access_token", "oauth_token", "credentials", "api_key", "access_key"],
  ...["private_key", "private_key_pem", "certificate_private_key", "kubeconfig", "connection_string"],
  ...[
    "user_data",
    "user_data_base64",
    "ciphertext_blob",
    "plaintext",
    "pre_shared_key",
    "tunnel1_preshared_key",
  ],
  ...["tunnel2_preshared_key", "ssh_key", "saml_metadata_document", "basic_auth_credentials"],
]);

/** Attributes that hold a secret in some types; the provider marks them as sensitive. */
const byType: Readonly<Record<string, readonly string[]>> = {
  aws_ssm_parameter: ["value"],
  aws_secretsmanager_secret_version: ["secret_string", "secret_binary"],
  aws_iam_server_certificate: ["certificate_body", "private_key"],
  aws_kms_ciphertext: ["plaintext", "context"],
  aws_api_gateway_api_key: ["value"],
  aws_cloudwatch_event_connection: ["auth_parameters"],
  aws_mq_broker: ["user"],
  aws_elasticache_user: ["passwords"],
  aws_memorydb_user: ["authentication_mode"],
  aws_directory_service_directory: ["password"],
  aws_dms_endpoint: ["password", "extra_connection_attributes"],
  aws_lambda_invocation: ["input"],
  random_password: ["result", "bcrypt_hash"],
};

/** Whether everything below an attribute of a type of resource is secret. */
export function isSensitiveAttribute(type: string, name: string): boolean {
  return everywhere.has(name.toLowerCase()) || (byType[type]?.includes(name) ?? false);
}

/** Whether a name (of a variable, a label, a key) promises that its value is a secret. */
export function promisesSecret(name: string): boolean {
  return everywhere.has(name.toLowerCase()) || namesSecret(name);
}
